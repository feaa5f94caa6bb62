"""
`npm run fonts`: draws the web fonts of `src/publication/fonts/` anew from the @fontsource-variable packages.

Each face that nearly every page asks for fits into nine segments of TCP with its headers, so that on a
first visit it comes with the second round trip of its connection: one weight a file, the characters that
pages use, outlines on a grid of 1,000 units, kerns in steps of a hundredth of an em.
"""
import sys
from pathlib import Path

try:
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem
    from fontTools.varLib.instancer import instantiateVariableFont
except ImportError:
    sys.exit('fontTools draws the fonts, and Python has none. Type: pip install "fonttools[woff]==4.66.1"')

TESTS = Path(__file__).parent.parent
SOURCES = TESTS / 'node_modules/@fontsource-variable'
TARGET = TESTS.parent / 'src/publication/fonts'


def span(first, last):
    return {chr(code) for code in range(first, last + 1)}


# Letters of names outside Latin-1: Latin Extended-A, -B and Additional. Also the CSS `unicode-range`.
EXTENDED = span(0x100, 0x24F) | span(0x1E00, 0x1EFF)

# Signs of ASCII that prose hardly has.
RARE = set('#*=@\\^_`{|}~')

# What nearly every page needs: the rest of ASCII, the most frequent letters of Western Europe, house
# punctuation, spaces.
BASIC = (span(0x20, 0x7E) - RARE) | set(
    '\u00a0£¥¶·×éèêàâáíóúçñäöüßÄÖÜÉ–—‘’‚“”„…€−\u2009\u200a\u202f\u2060'
)

# The rest of Latin-1, the spaces that Intl sets in dates and numbers, and the letters that the packages
# keep with Latin-1.
WESTERN = (RARE | span(0xA1, 0xFF) | set('ıŒœ•‹›⁄™\u2002\u2003')) - BASIC

# What the design uses of the faces' features: without these, figures of other styles come along.
FEATURES = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'lnum', 'tnum']

UNITS_PER_EM = 1000
KERN_STEP = 10

BESLEY = 'besley/files/besley-{}-wght-normal.woff2'
ROMAN = 'newsreader/files/newsreader-{}-opsz-normal.woff2'
ITALIC = 'newsreader/files/newsreader-{}-opsz-italic.woff2'
TEXT = {'opsz': 14, 'wght': 430}

FACES = [
    (BESLEY, 'besley', {'wght': 680}, {'wght': (500, 700)}),
    (BESLEY, 'besley-medium', {'wght': 500}, None),
    (ROMAN, 'newsreader', TEXT, TEXT),
    (ITALIC, 'newsreader-italic', TEXT, TEXT),
]


def draw(source, characters, axes, name):
    font = TTFont(SOURCES / source)
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 13])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=''.join(characters))
    subsetter.subset(font)
    font = instantiateVariableFont(font, axes)
    scale_upem(font, UNITS_PER_EM)
    if 'GPOS' in font:
        step_kerns(font['GPOS'].table)
    font.flavor = 'woff2'
    font.save(TARGET / name)
    print(f'{name}  {(TARGET / name).stat().st_size:,} bytes')


def step_kerns(table):
    """Rounds what pairs of letters come closer to the step: finer ones are a fifth of the file, and not seen."""
    for record in pairs(table):
        value = record.Value1
        if value is not None and hasattr(value, 'XAdvance'):
            value.XAdvance = round(value.XAdvance / KERN_STEP) * KERN_STEP


def pairs(table):
    """The records of pairs: by glyph (format 1) and by class (format 2)."""
    for lookup in table.LookupList.Lookup:
        for extension in lookup.SubTable:
            part = getattr(extension, 'ExtSubTable', extension)
            if part.LookupType != 2:
                continue
            if part.Format == 1:
                yield from (record for pair_set in part.PairSet for record in pair_set.PairValueRecord)
            else:
                yield from (record for first in part.Class1Record for record in first.Class2Record)


for source, face, axes, further in FACES:
    draw(source.format('latin'), BASIC, axes, f'{face}.woff2')
    if further is not None:
        draw(source.format('latin'), WESTERN, further, f'{face}-west.woff2')
        draw(source.format('latin-ext'), EXTENDED, further, f'{face}-ext.woff2')
