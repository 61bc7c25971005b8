/*! Porter's stemmer as elasticlunr has it (Oliver Nightingale, Wei Song; MIT licence). */
/* Step by step, see https://tartarus.org/martin/PorterStemmer/. A word must have four or more lower-case letters. */
(function (search) {
  "use strict";

  const CONSONANT = "[^aeiou]";
  const VOWEL = "[aeiouy]";
  const CONSONANTS = CONSONANT + "[^aeiouy]*";
  const VOWELS = VOWEL + "[aeiou]*";
  const ONE = new RegExp("^(" + CONSONANTS + ")?" + VOWELS + CONSONANTS);
  const JUST_ONE = new RegExp("^(" + CONSONANTS + ")?" + VOWELS + CONSONANTS + "(" + VOWELS + ")?$");
  const TWO = new RegExp("^(" + CONSONANTS + ")?" + VOWELS + CONSONANTS + VOWELS + CONSONANTS);
  const HAS_VOWEL = new RegExp("^(" + CONSONANTS + ")?" + VOWEL);
  const SHORT = new RegExp("^" + CONSONANTS + VOWEL + "[^aeiouwxy]$");
  const DOUBLE = /([^aeiouylsz])\1$/;

  const SECOND = {
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble", alli: "al", entli: "ent", eli: "e",
    ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful", ousness: "ous",
    aliti: "al", iviti: "ive", biliti: "ble", logi: "log",
  };
  const THIRD = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  const pattern = (endings) => new RegExp("^(.+?)(" + Object.keys(endings).join("|") + ")$");
  const SECOND_ENDING = pattern(SECOND);
  const THIRD_ENDING = pattern(THIRD);
  const FOURTH_ENDING = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

  function plural(word) {
    if (/^.+?(ss|i)es$/.test(word)) return word.slice(0, -2);
    if (/^.+?[^s]s$/.test(word)) return word.slice(0, -1);
    return word;
  }

  function past(word) {
    const eed = /^(.+?)eed$/.exec(word);
    if (eed) return ONE.test(eed[1]) ? word.slice(0, -1) : word;
    const ending = /^(.+?)(ed|ing)$/.exec(word);
    if (!ending || !HAS_VOWEL.test(ending[1])) return word;
    const stem = ending[1];
    if (/(at|bl|iz)$/.test(stem)) return stem + "e";
    if (DOUBLE.test(stem)) return stem.slice(0, -1);
    return SHORT.test(stem) ? stem + "e" : stem;
  }

  function replaced(word, ending, endings) {
    const found = ending.exec(word);
    return found && ONE.test(found[1]) ? found[1] + endings[found[2]] : word;
  }

  function cut(word) {
    const found = FOURTH_ENDING.exec(word);
    if (found) return TWO.test(found[1]) ? found[1] : word;
    const ion = /^(.+?)(s|t)(ion)$/.exec(word);
    return ion && TWO.test(ion[1] + ion[2]) ? ion[1] + ion[2] : word;
  }

  function end(word) {
    const e = /^(.+?)e$/.exec(word);
    if (e && (TWO.test(e[1]) || (JUST_ONE.test(e[1]) && !SHORT.test(e[1])))) word = e[1];
    return /ll$/.test(word) && TWO.test(word) ? word.slice(0, -1) : word;
  }

  search.stem = function (typed) {
    if (!/^[a-z]{4,}$/.test(typed)) return typed;
    const first = typed[0] === "y";
    let word = past(plural(first ? "Y" + typed.slice(1) : typed));
    if (/^.+?[^aeiou]y$/.test(word)) word = word.slice(0, -1) + "i";
    word = end(cut(replaced(replaced(word, SECOND_ENDING, SECOND), THIRD_ENDING, THIRD)));
    return first ? "y" + word.slice(1) : word;
  };
})(window.debriefSearch);
