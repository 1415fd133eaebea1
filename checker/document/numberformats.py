"""Write a counter as Word prints it: every value of ST_NumberFormat that has a rule.

ECMA-376 part 1, 17.18.59.  Formats that spell numbers out in languages other than
English (``hindiCounting`` ...) fall back to digits; :data:`SPELT` names them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_IRREGULAR: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_LONGEST: Final = 30  # letters repeated; a forged counter must not write megabytes

SPELT: Final = frozenset(
    {"hindiCounting", "thaiCounting", "vietnameseCounting", "bahtText", "dollarText"}
)


def roman(value: int) -> str:
    """Upper-case Roman numerals; digits outside 1 to 32,767."""
    if not 0 < value < 32_768:
        return str(value)
    said = ""
    for worth, sign in _ROMAN:
        said += sign * (value // worth)
        value %= worth
    return said


def letters(alphabet: str) -> Callable[[int], str]:
    """a, b ... z, aa, bb: Word repeats the letter instead of counting on like a spreadsheet."""

    def write(value: int) -> str:
        if value < 1:
            return str(value)
        times, position = divmod(value - 1, len(alphabet))
        return alphabet[position] * min(times + 1, _LONGEST)

    return write


def digits(zero_to_nine: str) -> Callable[[int], str]:
    """Positional digits of another script."""
    table = str.maketrans("0123456789", zero_to_nine)
    return lambda value: str(value).translate(table)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10)
    return f"{value}{ending or 'th'}"


def cardinal(value: int) -> str:
    """One, Two, Twenty-one; digits from a million on."""
    if not 0 <= value < 1_000_000:
        return str(value)
    return _spell(value).capitalize()


def _spell(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    worth, word = (100, "hundred") if value < 1000 else (1000, "thousand")
    rest = value % worth
    return f"{_spell(value // worth)} {word}" + (f" {_spell(rest)}" if rest else "")


def ordinal_words(value: int) -> str:
    """First, Second, Twenty-first; digits from a million on."""
    if not 0 <= value < 1_000_000:
        return ordinal(value)
    words = _spell(value)
    head, last = words[: -len(words.split(" ")[-1].split("-")[-1])], ""
    last = words[len(head) :]
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    else:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return (head + last).capitalize()


def _counting(signs: str, tens: str) -> Callable[[int], str]:
    """East Asian counting up to 9,999: digit, then its unit; a leading one ten has no one."""
    units = ("", *tens)

    def write(value: int) -> str:
        if not 0 < value < 10_000:
            return signs[0] if value == 0 else str(value)
        said = ""
        for place, digit in zip(range(len(str(value)) - 1, -1, -1), str(value), strict=True):
            if digit != "0":
                one = digit == "1" and place > 0 and not said
                said += ("" if one else signs[int(digit)]) + units[place]
        return said

    return write


def _enclosed(first: int, count: int) -> Callable[[int], str]:
    return lambda value: chr(first + value - 1) if 0 < value <= count else str(value)


def _padded(width: int) -> Callable[[int], str]:
    return lambda value: str(value).zfill(width)


_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HAN: Final = "〇一二三四五六七八九"
_HANGUL_DIGITS: Final = "영일이삼사오육칠팔구"
_HAN_COUNT: Final = _counting(_HAN, "十百千")

FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letters(_LATIN.upper()),
    "lowerLetter": letters(_LATIN),
    "ordinal": ordinal,
    "cardinalText": cardinal,
    "ordinalText": ordinal_words,
    "hex": lambda value: f"{value:X}",
    "chicago": letters("*†‡§"),
    "none": lambda value: "",
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _enclosed(0x2460, 20),
    "decimalEnclosedCircleChinese": _enclosed(0x2460, 20),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "decimalFullWidth": digits("０１２３４５６７８９"),
    "decimalFullWidth2": digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "russianLower": letters(_CYRILLIC),
    "russianUpper": letters(_CYRILLIC.upper()),
    "hebrew1": letters("אבגדהוזחטיכלמנסעפצקרשת"),
    "hebrew2": letters("אבגדהוזחטיכלמנסעפצקרשת"),
    "arabicAlpha": letters("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": letters("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "thaiLetters": letters("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "thaiNumbers": digits("๐๑๒๓๔๕๖๗๘๙"),
    "hindiNumbers": digits("०१२३४५६७८९"),
    "hindiVowels": letters("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    "hindiConsonants": letters("अआइईउऊऋऌऍऎएऐऑऒओऔ"),
    "aiueo": letters("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
    "aiueoFullWidth": letters(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "iroha": letters("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"),
    "irohaFullWidth": letters(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
    ),
    "ganada": letters("가나다라마바사아자차카타파하"),
    "chosung": letters("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "ideographTraditional": letters("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": letters("子丑寅卯辰巳午未申酉戌亥"),
    "ideographDigital": digits(_HAN),
    "japaneseDigitalTenThousand": digits(_HAN),
    "koreanDigital": digits(_HANGUL_DIGITS),
    "koreanDigital2": digits("零一二三四五六七八九"),
    "taiwaneseDigital": digits("○一二三四五六七八九"),
    "japaneseCounting": _HAN_COUNT,
    "chineseCounting": _HAN_COUNT,
    "chineseCountingThousand": _HAN_COUNT,
    "taiwaneseCounting": _HAN_COUNT,
    "taiwaneseCountingThousand": _HAN_COUNT,
    "koreanCounting": _counting(_HANGUL_DIGITS, "십백천"),
    "koreanLegal": str,
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "japaneseLegal": _counting("零壱弐参四伍六七八九", "拾百阡"),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "ideographZodiacTraditional": lambda value: (
        "甲乙丙丁戊己庚辛壬癸"[(value - 1) % 10] + "子丑寅卯辰巳午未申酉戌亥"[(value - 1) % 12]
        if value > 0
        else str(value)
    ),
}


def write(value: int, number_format: str, pattern: str = "") -> str:
    """``value`` in a format; ``pattern`` is a custom one such as ``001, 002, 003, ...``."""
    if number_format == "custom":
        first = pattern.partition(",")[0].strip()
        if first.isascii() and first.isdigit():
            return str(value).zfill(min(len(first), _LONGEST))
        return str(value)
    return FORMATS.get(number_format, str)(value)
