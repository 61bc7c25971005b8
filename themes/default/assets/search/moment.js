/* Removes the parts of a pasted line that are different each time: times, numbers, addresses, ids. */
(function (search) {
  "use strict";

  const BREAKS = /[\s="'()[\],;<>]/;
  const UNIT = /^(?:ms|us|ns|s|m|h|d|%|b|kb|mb|gb|kib|mib|gib|k)$/i;

  /* `2026-01-15T08:00:01Z`, `10.0.4.17:5432`, `0x7f3a91bc`, `fe80::1:2`, `30000ms`, `98.2%`; but not `503`. */
  function isOfTheMoment(typed) {
    const word = typed.replace(/^[:.+-]+|[:.+-]+$/g, "");
    if (!/[0-9]/.test(word) || search.text.isErrorStatus(word)) return false;
    const plain = word.replace(/^0x/, "");
    const unit = word.replace(/^[0-9.:/+TZ-]+/, "");
    return /^[0-9a-fA-F-]{8,}$/.test(plain) || /^(?=.*:.*:)[0-9a-fA-F:]+$/.test(plain) || unit === ""
      || (/^[0-9]/.test(word) && UNIT.test(unit));
  }

  /* A line without these parts. */
  search.mask = (line) => line.split(BREAKS).filter((word) => !isOfTheMoment(word)).join(" ");
})(window.debriefSearch);
