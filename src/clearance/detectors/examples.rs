//! Numbers that are set aside for examples: test cards, telephone numbers of films, accounts of the registry of IBANs.

/// Digits after the `+`, by country, of numbers that regulators keep for films and documents.
const PHONES: &[&str] = &[
    // United Kingdom: Ofcom.
    "442079460",
    "441134960",
    "441144960",
    "441154960",
    "441164960",
    "441174960",
    "441184960",
    "441214960",
    "441314960",
    "441414960",
    "441514960",
    "441614960",
    "441914980",
    "441632960",
    "442896496",
    "442920180",
    "447700900",
    "448081570",
    "449098790",
    "443069990",
    // Australia: ACMA.
    "61255500",
    "61270100",
    "61355500",
    "61370100",
    "61755500",
    "61770100",
    "61855500",
    "61870100",
    "6149157",
    // France: ARCEP.
    "3319900",
    "3326191",
    "3335301",
    "3346571",
    "3353649",
    "3363998",
    // Germany: Bundesnetzagentur.
    "493023125",
    "496990009",
    "494066969",
    "492214710",
    "498999998",
    "4915228817386",
    "4915228895456",
    "4915254599371",
    "491729925904",
    "491729968532",
    "491729973185",
    "491729973186",
    "491729980752",
    "491749091317",
    "491749464308",
    "4917604069",
    "4917139200",
    // Sweden: PTS. Ireland: ComReg. Hungary: NMHH.
    "46313900600",
    "46406280400",
    "4684650040",
    "4698031920",
    "467017406",
    "3532091",
    "3655",
];

/// Cards of the test sites of payment services.
const CARDS: &[&str] = &[
    "30569309025904",
    "3056930009020004",
    "36227206271667",
    "38520000023237",
    "371449635398431",
    "378282246310005",
    "378734493671000",
    "370000000000002",
    "3530111333300000",
    "3566002020360505",
    "4000056655665556",
    "4000002500003155",
    "4012888888881881",
    "4917610000000000",
    "4988438843884305",
    "5100290029002909",
    "5105105105105100",
    "5200828282828210",
    "5454545454545454",
    "5555555555554444",
    "5577000055770004",
    "2222400070000005",
    "2223003122003222",
    "2223000048400011",
    "6011000990139424",
    "6011111111111117",
    "6011981111111113",
    "6011000000000004",
    "4444333322221111",
    "5431111111111111",
];

/// One account for each country, from the registry.
const IBANS: &[&str] = &[
    "AD1200012030200359100100",
    "AE070331234567890123456",
    "AL47212110090000000235698741",
    "AT611904300234573201",
    "AZ21NABZ00000000137010001944",
    "BA391290079401028494",
    "BE68539007547034",
    "BE71096123456769",
    "BG80BNBG96611020345678",
    "BH67BMAG00001299123456",
    "BR1800360305000010009795493C1",
    "CH9300762011623852957",
    "CH5604835012345678009",
    "CR05015202001026284066",
    "CY17002001280000001200527600",
    "CZ6508000000192000145399",
    "DE89370400440532013000",
    "DE75512108001245126199",
    "DK5000400440116243",
    "DO28BAGR00000001212453611324",
    "EE382200221020145685",
    "ES9121000418450200051332",
    "FI2112345600000785",
    "FO6264600001631634",
    "FR1420041010050500013M02606",
    "FR7630006000011234567890189",
    "GB29NWBK60161331926819",
    "GB82WEST12345698765432",
    "GB33BUKB20201555555555",
    "GE29NB0000000101904917",
    "GI75NWBK000000007099453",
    "GL8964710001000206",
    "GR1601101250000000012300695",
    "HR1210010051863000160",
    "HU42117730161111101800000000",
    "IE29AIBK93115212345678",
    "IE64IRCE92050112345678",
    "IL620108000000099999999",
    "IS140159260076545510730339",
    "IT60X0542811101000000123456",
    "JO94CBJO0010000000000131000302",
    "KW81CBKU0000000000001234560101",
    "KZ86125KZT5004100100",
    "LB62099900000001001901229114",
    "LI21088100002324013AA",
    "LT121000011101001000",
    "LU280019400644750000",
    "LV80BANK0000435195001",
    "MC5811222000010123456789030",
    "MD24AG000225100013104168",
    "ME25505000012345678951",
    "MK07250120000058984",
    "MT84MALT011000012345MTLCAST001S",
    "MU17BOMM0101101030300200000MUR",
    "NL91ABNA0417164300",
    "NO9386011117947",
    "PK36SCBL0000001123456702",
    "PL61109010140000071219812874",
    "PT50000201231234567890154",
    "QA58DOHB00001234567890ABCDEFG",
    "RO49AAAA1B31007593840000",
    "RS35260005601001611379",
    "SA0380000000608010167519",
    "SE4550000000058398257466",
    "SI56263300012039086",
    "SK3112000000198742637541",
    "SM86U0322509800000000270100",
    "TN5910006035183598478831",
    "TR330006100519786457841326",
    "UA213223130000026007233566001",
];

/// Numbers that were printed on specimen cards.
pub(super) const SSNS: &[&str] = &["078-05-1120", "123-45-6789", "111-11-1111", "219-09-9999"];

/// Whether a telephone number, with its `+`, is one that nobody has.
pub(super) fn is_phone(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // A zero in brackets, as in `+44 (0)20`, is not dialled from abroad.
    let digits = if number.contains("(0)") { digits.replacen('0', "", 1) } else { digits };
    // North America keeps 555-0100 to 555-0199 of each area free.
    let american = digits.strip_prefix('1').is_some_and(|rest| {
        let local = if rest.len() == 10 { rest.get(3..) } else { Some(rest) };
        // 555 itself is no area.
        rest.len() == 10 && rest.starts_with("555")
            || local.is_some_and(|local| local.len() == 7 && local.starts_with("55501"))
    });
    american || PHONES.iter().any(|start| digits.starts_with(start))
}

/// Whether a card is one of a test site: listed, or of one or two digits over and over.
pub(super) fn is_card(digits: &[u32]) -> bool {
    let text: String = digits.iter().filter_map(|d| char::from_digit(*d, 10)).collect();
    let distinct = (0..10).filter(|d| digits.contains(d)).count();
    distinct <= 2 || text.starts_with("400000000000") || CARDS.contains(&text.as_str())
}

/// Whether an account is the example of its country.
pub(super) fn is_iban(plain: &str) -> bool {
    IBANS.contains(&plain)
}
