//! Names in Chinese characters: simplified and traditional forms, titles, and romanisation.
//!
//! The tables contain the characters most used in names; a name with another character is found only as listed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Variants of characters, one group for each word: simplified, traditional and Japanese.
const VARIANTS: &str = "\
       张張 刘劉 陈陳 杨楊 赵趙 黄黃 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 韩韓 冯馮 邓鄧 许許 苏蘇 叶葉 吕呂 卢盧 蒋蔣 贾賈 龙龍竜 万萬 顾顧 钱錢 \
    汤湯 严嚴 龚龔 贺賀 赖賴 乔喬 欧歐 颜顏 毕畢 庄莊 华華 邹鄒 阎閻 陆陸 谭譚 闵閔 荣榮 齐齊斉 庞龐 \
    鲁魯 项項 关關関 纪紀 车車 蓝藍 连連 鲍鮑 温溫 邬鄔 伟偉 丽麗 军軍 强強 杰傑 涛濤 静靜 鹏鵬 凤鳳 兰蘭 红紅 云雲 飞飛 剑劍 \
    宝寶 贵貴 国國 庆慶 辉輝 晓曉 艳艷 琼瓊 莹瑩 颖穎 欢歡 乐樂 东東 梦夢 诗詩 语語 \
    宁寧 阳陽 亚亞 义義 礼禮 贤賢 贞貞 莲蓮 银銀 钢鋼 铁鐵 锋鋒 锐銳 键鍵 长長 门門 闻聞 开開 间間 阁閣 风風 骏駿 骁驍 \
    鸿鴻 鸣鳴 鹤鶴 来來 学學 书書 画畫 圣聖 坚堅 婵嬋 娇嬌 孪孿 宪憲 宽寬 实實 岚嵐 峥崢 师師 应應 彦彥 怀懷 恒恆 恋戀 悦悅 惠恵 \
    维維 网網 绍紹 经經 结結 纯純 练練 绣繡 继繼 绪緒 绮綺 缘緣 肃肅 胜勝 苍蒼 莱萊 萧蕭 蔼藹 虑慮 \
    观觀 训訓 诚誠 详詳 谦謙 谨謹 质質 赞贊 轩軒 轶軼 达達 运運 进進 远遠 选選 郁鬱 钟鐘鍾 钰鈺 钧鈞 铭銘 锦錦 镇鎮 镜鏡 随隨 \
    韵韻 顺順 颂頌 颐頤 饶饒 驰馳 鲜鮮 麦麥 黾黽 齐齊 龄齡 泽澤沢 滨濱浜 润潤 济濟 渊淵 满滿 滢瀅 潇瀟 灵靈 炜煒 烁爍 烨燁 焕煥 \
    爱愛 献獻 玛瑪 环環 现現 玮瑋 珑瓏 璎瓔 电電 畅暢 盖蓋 硕碩 祯禎 离離 种種 积積 称稱 稳穩 竞競 笔筆 简簡 类類 紧緊 级級 纬緯 \
    优優 会會 传傳 伦倫 侠俠 俭儉 儿兒 兴興 凯凱 则則 刚剛 创創 剧劇 励勵 劲勁 务務 匀勻 区區 协協 单單 卫衛 厉厲 双雙 发發 叙敘 \
    启啟 周週 员員 响響 团團 园園 圆圓 坛壇 垒壘 备備 复復 头頭 奋奮 奖獎 妆妝 妩嫵 姗姍 娅婭 寿壽 将將 尔爾 尧堯 层層 \
    斋齋斎 边邊辺 广廣広 樱櫻桜 真眞 崎﨑 高髙 岛島嶋 涩澀渋 条條 台臺 体體 恵惠 栄榮荣 円圓 実實 徳德 黒黑 仏佛 弥彌";

/// Syllables with the characters that are pronounced so.
const SOUNDS: &str = "\
    ai爱艾 an安 ao敖 bai白柏 ban班 bao包宝鲍 bei贝蓓 bi毕碧 bian卞 bin斌彬滨宾 bing冰兵炳 bo波博柏 bu卜 cai蔡才彩 can灿 cao曹 cen岑 \
    chang常昌畅 chao超晁 che车 chen陈晨辰臣沉 cheng程成诚城承 chi迟池驰 chong崇 chu楚褚储初 chuan川传 chun春纯淳 cong丛聪 cui崔翠 \
    da达大 dai戴代 dan丹单旦 dang党 de德 deng邓登 di迪狄 ding丁定鼎 dong董东冬栋 dou窦 du杜都 duan段端 duo多 e娥 en恩 er尔儿 \
    fa发法 fan范樊凡帆 fang方芳房 fei飞费菲 fen芬 feng冯风峰锋丰凤 fu付傅福富 gan甘 gang刚钢 gao高 ge葛戈歌 gen根 geng耿 gong龚宫公 \
    gu顾古谷 guan关管观冠 guang光广 gui贵桂 guo郭国果 hai海 han韩涵汉寒翰 hang航 hao郝浩豪昊 he何贺和河禾 hei黑 hen痕 heng恒衡 \
    hong洪红宏鸿弘虹 hou侯 hu胡虎湖 hua华花化 huai怀 huan欢环桓焕 huang黄煌 hui惠慧辉汇会 huo霍 ji纪季吉继佳姬 jia贾佳家嘉 jian建健剑简坚 \
    jiang江姜蒋 jiao焦娇 jie杰洁捷 jin金晋锦进津瑾 jing静晶京景敬靖经 jiu久 ju菊居 juan娟 jun军君俊钧骏均 kai凯开 kang康 ke柯可科 \
    kong孔 kuan宽 kun坤昆 lai赖来莱 lan兰蓝岚 lang郎朗 lao劳 le乐 lei雷磊蕾 leng冷 li李黎丽力立理利莉里礼励厉 lian连莲廉 liang梁亮良 liao廖 \
    lin林琳霖临 ling凌玲灵岭铃 liu刘柳六 long龙隆 lou楼娄 lu卢陆鲁路露吕 luan栾 lun伦 luo罗骆洛 lv吕旅 ma马玛麻 mai麦 man满曼 mao毛茂 \
    mei梅美媚 men门 meng孟梦萌 mi米宓 miao苗妙 min敏民闵珉 ming明铭鸣名 mo莫墨 mu穆木牧慕 na娜那 nan南楠男 neng能 ni倪妮 nian年念 nie聂 \
    ning宁凝 niu牛 nuo诺 ou欧 pan潘盼 pang庞 pei裴佩培 peng彭鹏朋 pi皮 pin品 ping平萍 pu蒲璞 qi齐戚琪奇琦启祁祺 qian钱倩谦 qiang强 qiao乔巧 \
    qin秦琴勤 qing青清庆晴卿 qiong琼 qiu邱秋丘 qu曲屈瞿 quan全权泉 ran冉然 rao饶 ren任仁 rong荣容蓉 ru茹如 rui瑞睿蕊锐 run润 ruo若 \
    san三 sen森 sha沙莎 shan山单珊善 shang尚商 shao邵少 she佘 shen沈申深 sheng盛胜生圣升 shi石施史时世诗士实师 shou寿 shu舒书淑树 shuai帅 \
    shuang双爽 shui水 shun顺舜 si思司斯丝 song宋松颂 su苏素 sui隋 sun孙 suo索 tai邰泰太 tan谭谈 tang唐汤 tao陶涛桃 teng滕 ti提 tian田天甜 \
    tie铁 ting婷廷庭 tong童佟彤同 tu涂屠图 wan万婉晚 wang王汪旺望 wei魏韦伟维卫巍薇威为 wen温文闻雯 weng翁 wu吴武伍邬吾 xi席西希熙奚习锡喜 \
    xia夏霞侠 xian贤仙先冼 xiang向项祥翔香湘 xiao肖萧小晓潇骁 xie谢解 xin辛新欣鑫心信昕 xing邢星兴 xiong熊雄 xiu秀修 xu徐许旭绪续 xuan轩萱宣玄 \
    xue薛雪学 xun荀勋 ya亚雅娅 yan严颜阎闫燕彦岩艳妍 yang杨阳洋扬羊 yao姚尧瑶耀 ye叶业野烨 yi易伊怡义毅艺依逸亿益宜 yin尹殷银音 ying应英颖莹影 \
    yong雍勇永咏 you尤游友有 yu于余俞喻虞玉宇雨瑜语郁钰育 yuan袁元源远园圆媛 yue岳月悦越 yun云韵芸运 zang臧 ze泽则 zeng曾增 zha查 zhai翟 \
    zhan詹展湛 zhang张章彰 zhao赵昭照兆 zhe哲喆 zhen甄珍真振贞镇 zheng郑正征政 zhi志智芝之知治 zhong钟仲忠中 zhou周舟洲 zhu朱祝竹珠 zhuang庄壮 \
    zhuo卓 zi子紫梓 zong宗 zou邹 zu祖 zuo左佐";

/// Surnames of two characters.
const DOUBLE: [&str; 10] = ["欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "夏侯", "慕容"];

/// Titles after a surname in Chinese, Japanese and Korean.
const TITLES: [&str; 24] = [
    "先生",
    "女士",
    "小姐",
    "太太",
    "老师",
    "老師",
    "教授",
    "博士",
    "经理",
    "經理",
    "工程师",
    "工程師",
    "さん",
    "くん",
    "ちゃん",
    "殿",
    "팀장",
    "과장",
    "대리",
    "선생",
    "様",
    "氏",
    "씨",
    "님",
];

/// The most spellings of a name.
const MOST: usize = 16;

static VARIANTS_OF: LazyLock<BTreeMap<char, &'static str>> = LazyLock::new(|| {
    let mut variants = BTreeMap::new();
    for group in VARIANTS.split_whitespace() {
        group.chars().for_each(|sign| {
            variants.entry(sign).or_insert(group);
        });
    }
    variants
});

static SOUND: LazyLock<BTreeMap<char, &'static str>> = LazyLock::new(|| {
    let syllable = |word: &'static str| {
        let (sound, signs) = word.split_at(word.find(|c: char| !c.is_ascii()).unwrap_or(word.len()));
        signs.chars().map(move |sign| (sign, sound))
    };
    let mut sounds = BTreeMap::new();
    // If a character has two pronunciations, the first in the table is used in names.
    for (sign, sound) in SOUNDS.split_whitespace().flat_map(syllable) {
        sounds.entry(sign).or_insert(sound);
    }
    sounds
});

/// Every other way to write a name: with variant characters, and in Latin letters.
pub(super) fn names(name: &str) -> Vec<String> {
    if !name.chars().any(is_han) {
        return Vec::new();
    }
    let mut all = vec![String::new()];
    for sign in name.chars() {
        let signs = VARIANTS_OF.get(&sign).map_or_else(|| sign.to_string(), |group| (*group).to_owned());
        let mut variants: Vec<char> = signs.chars().collect();
        variants.sort_unstable();
        variants.dedup();
        if all.len() * variants.len() > MOST {
            variants = vec![sign];
        }
        all = all.iter().flat_map(|begun| variants.iter().map(move |variant| format!("{begun}{variant}"))).collect();
    }
    all.extend(latin(name));
    all
}

/// `Xiao-Long Li` for 李小龙; `None` if the pronunciation of a character is not known.
fn latin(name: &str) -> Option<String> {
    let signs: Vec<char> = name.chars().filter(|c| !c.is_whitespace() && *c != '\u{b7}').collect();
    if !(2..=4).contains(&signs.len()) || !signs.iter().all(|sign| is_han(*sign)) {
        return None;
    }
    let sounds: Vec<&str> = signs.iter().map(|sign| sound(*sign)).collect::<Option<_>>()?;
    let (family, given) = sounds.split_at(family_length(&signs.iter().collect::<String>()));
    // With a hyphen, which also matches `Xiao Long` and `Xiaolong`.
    Some(format!(
        "{} {}",
        given.iter().map(|sound| capital(sound)).collect::<Vec<_>>().join("-"),
        capital(&family.concat())
    ))
}

fn capital(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

fn sound(sign: char) -> Option<&'static str> {
    let variants = VARIANTS_OF.get(&sign).copied().unwrap_or_default();
    SOUND.get(&sign).copied().or_else(|| variants.chars().find_map(|variant| SOUND.get(&variant).copied()))
}

/// The number of characters of the surname. A name of four characters is Japanese, or has a surname of two as well.
fn family_length(name: &str) -> usize {
    let count = name.chars().count();
    if count == 4 || count == 3 && DOUBLE.iter().any(|double| name.starts_with(double)) { 2 } else { 1 }
}

/// Calls `give` with the parts of a name without spaces: the surname with titles, and (with `true`) the given name.
pub(super) fn unspaced(name: &str, give: &mut impl FnMut(&str, bool)) {
    let count = name.chars().count();
    if !(2..=4).contains(&count) || !name.chars().all(|c| is_han(c) || is_hangul(c)) {
        return;
    }
    let after = |signs: usize| name.char_indices().nth(signs).map_or(name.len(), |(at, _)| at);
    let length = family_length(name);
    // In a name of three, the surname may have two as well: 田中恵.
    for signs in length..count.min(3) {
        titles(name.split_at(after(signs)).0, &mut |form| give(form, false));
    }
    let (family, given) = name.split_at(after(length));
    if given.chars().count() >= 2 {
        give(&format!("{given}{family}"), false);
        give(given, true);
    }
}

/// A surname with each title.
pub(super) fn titles(family: &str, give: &mut impl FnMut(&str)) {
    for title in TITLES {
        give(&format!("{family}{title}"));
    }
}

/// A syllable of Korean, whose surnames have one.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::{names, unspaced};

    #[test]
    fn variants_and_sounds() {
        let all = names("李小龙");
        for other in ["李小龍", "李小龙", "Xiao-Long Li"] {
            assert!(all.iter().any(|name| name == other), "{other}: {all:?}");
        }
        assert!(names("陳偉").contains(&"陈伟".to_owned()) && names("陳偉").contains(&"Wei Chen".to_owned()));
        assert!(names("欧阳娜娜").contains(&"Na-Na Ouyang".to_owned()));
        assert!(names("高橋").contains(&"髙橋".to_owned()) && !names("高橋").iter().any(|name| name.is_ascii()));
        assert!(names("Mei Chen").is_empty());
    }

    #[test]
    fn a_name_without_spaces_has_parts() {
        let mut seen = Vec::new();
        unspaced("李小龙", &mut |form, given| seen.push((form.to_owned(), given)));
        assert!(seen.contains(&("李先生".to_owned(), false)) && seen.contains(&("小龙".to_owned(), true)));
        for name in ["田中美咲", "田中恵"] {
            let mut seen = Vec::new();
            unspaced(name, &mut |form, given| seen.push((form.to_owned(), given)));
            assert!(seen.contains(&("田中さん".to_owned(), false)), "{seen:?}");
        }
        let mut seen = Vec::new();
        unspaced("김민준", &mut |form, given| seen.push((form.to_owned(), given)));
        assert!(seen.contains(&("김씨".to_owned(), false)) && seen.contains(&("민준".to_owned(), true)));
    }
}
