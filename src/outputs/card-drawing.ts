import { CARD_SIZE, type CardContent } from './card.ts';
import { fitType, typeWidth } from './card-type.ts';

/** The inks of a card: the publication's colours on paper. */
export interface Inks {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  line: string;
  red: string;
}

/** A box of the drawing, as satori takes it. */
export interface Box {
  type: 'div';
  props: {
    style: Style;
    children?: Box[] | string;
    /** How high it may become, in pixels, where that depends on how its words fall. */
    room?: number;
  };
}

type Style = Readonly<Record<string, string | number>>;

/** Middle of the margin line; text begins right of it, and ends before the edge. */
const LINE = 206;
const TEXT = 236;
const RIGHT = CARD_SIZE.width - 56;
const MEASURE = RIGHT - TEXT;

/** Where the headline begins, where the figure begins, and where both end: from the top, in pixels. */
const HEAD = 122;
export const FIGURE_HEAD = 450;
export const FOOT = 588;

/**
 * Draws a card as boxes: the margin line with the name across it, the stamp left of it, the headline
 * on ledger rules, the figure with an accountant's double rule.
 * @param spare lines to give the headline beside those that it should take
 */
export function drawCard(card: CardContent, inks: Inks, spare = 0): Box {
  const [area, largest] = card.figure ? [FIGURE_HEAD - HEAD, 98] : [FOOT - HEAD, 120];
  return box({ ...SHEET, background: inks.paper, color: inks.ink }, [
    rule(0, CARD_SIZE.width, 102, 2, inks.rule),
    ...headline(card.headline, { top: HEAD, area, largest, spare }, inks),
    ...(card.figure ? figure(card.figure, inks) : []),
    rule(TEXT, RIGHT, FOOT, 3, inks.ink),
    rule(TEXT, RIGHT, FOOT + 6, 3, inks.ink),
    ...(card.stamp.length > 0 ? [stamp(card.stamp, inks)] : []),
    ...masthead(card, inks),
    ...marginLine(inks),
  ]);
}

/** Draws the publication's own card: the name as large as on its first page. */
export function drawSiteCard(card: CardContent, inks: Inks, spare = 0): Box {
  const size = Math.min(176, plateSize(card.name));
  const top = 270 - size;
  const under = 316;
  return box({ ...SHEET, background: inks.paper, color: inks.ink }, [
    rule(0, CARD_SIZE.width, under, 2, inks.rule),
    ...headline(
      card.headline,
      { top: under + 22, area: FOOT - under - 32, largest: 60, spare },
      inks,
    ),
    rule(TEXT, RIGHT, FOOT, 3, inks.ink),
    rule(TEXT, RIGHT, FOOT + 6, 3, inks.ink),
    nameplate(card.name, size, top),
    hostName(card.host === card.name ? '' : card.host, 56, inks),
    ...marginLine(inks),
  ]);
}

const SHEET = {
  position: 'relative',
  width: CARD_SIZE.width,
  height: CARD_SIZE.height,
  fontFamily: 'Besley, Besley Extended',
};

/**
 * A headline on the lines of a ledger: the page is ruled whether or not there is a word on each. The
 * last line is left to what follows.
 */
function headline(
  text: string,
  style: { top: number; area: number; largest: number; spare: number },
  inks: Inks,
): Box[] {
  const { top, area, largest, spare } = style;
  const { lines, size } = fitType(text, MEASURE, area, largest, spare);
  const pitch = area / lines;
  const words = box(
    {
      ...at(TEXT - 2, top),
      display: 'block',
      width: MEASURE + 2,
      fontSize: size,
      fontWeight: 700,
      letterSpacing: '-0.03em',
      lineHeight: `${pitch}px`,
      textWrap: 'balance',
      wordBreak: 'break-word',
    },
    text,
  );
  const rules = Array.from({ length: lines - 1 }, (_, i) =>
    rule(TEXT, RIGHT, Math.round(top + (i + 1) * pitch - 0.045 * size), 2, inks.rule),
  );
  return [...rules, { ...words, props: { ...words.props, room: area } }];
}

function figure({ value, label }: { value: string; label: string }, inks: Inks): Box[] {
  const size = Math.min(120, Math.floor((MEASURE * 0.6) / typeWidth(value)));
  const small = 34;
  return [
    rule(TEXT, RIGHT, FIGURE_HEAD, 2, inks.ink),
    box(
      {
        ...at(TEXT - 4, FIGURE_HEAD),
        width: MEASURE,
        height: FOOT - FIGURE_HEAD - 14,
        alignItems: 'flex-end',
      },
      [
        box(
          {
            fontSize: size,
            fontWeight: 700,
            letterSpacing: '-0.05em',
            lineHeight: 1,
            flexShrink: 0,
          },
          value,
        ),
        box(
          {
            display: 'block',
            fontSize: small,
            fontWeight: 500,
            lineHeight: 1,
            marginLeft: 22,
            // both stand on one line
            marginBottom: (1 - ASCENT) * (size - small),
            lineClamp: 2,
            wordBreak: 'break-word',
            flexShrink: 1,
          },
          label,
        ),
      ],
    ),
  ];
}

function stamp(lines: readonly string[], inks: Inks): Box {
  const text = lines.map((line) => {
    const main = /\d{4}/.test(line);
    const size = Math.min(main ? 19 : 16, Math.floor(112 / typeWidth(line.toUpperCase())));
    return box({ fontSize: size, letterSpacing: main ? '0.02em' : '0.07em' }, line);
  });
  const frame = box(
    {
      flexDirection: 'column',
      alignItems: 'center',
      border: `3px solid ${inks.red}`,
      padding: '7px 9px 9px',
      textTransform: 'uppercase',
      fontWeight: 700,
      lineHeight: 1.4,
      color: inks.red,
    },
    text,
  );
  const outline = box({ border: `2px solid ${inks.red}`, padding: 3, transform: 'rotate(-2deg)' }, [
    frame,
  ]);
  return box({ ...at(0, 138), width: LINE - 6, justifyContent: 'center' }, [outline]);
}

/** The name, its first letter across the margin line. */
function nameplate(name: string, size: number, top: number): Box {
  return box(
    {
      ...at(LINE - size * FIRST_LETTER, top),
      fontSize: size,
      fontWeight: 700,
      lineHeight: 1,
      letterSpacing: '-0.035em',
      whiteSpace: 'nowrap',
    },
    name,
  );
}

/** From the left edge of a capital to its middle, in ems, as in the masthead. */
const FIRST_LETTER = 0.414;

/** The name, and the host right of it where there is room. */
function masthead({ name, host }: CardContent, inks: Inks): Box[] {
  const size = Math.min(52, plateSize(name));
  const baseline = 78;
  const right = LINE + plateWidth(name) * size;
  const room = right + 40 + typeWidth(host) * 25 < RIGHT && host !== name;
  const plate = nameplate(name, size, Math.round(baseline - ASCENT * size));
  return room ? [plate, hostName(host, Math.round(baseline - ASCENT * 24), inks)] : [plate];
}

/** From the top of a line box of height 1 to its baseline, in ems. */
const ASCENT = 0.9125;

/** The largest size at which a name ends where the text does. */
function plateSize(name: string): number {
  return Math.floor((RIGHT - LINE) / plateWidth(name));
}

/** Width of a name right of the margin line, in ems. */
function plateWidth(name: string): number {
  return typeWidth(name) * 1.05 - FIRST_LETTER;
}

function hostName(host: string, top: number, inks: Inks): Box {
  const style = { fontSize: 24, fontWeight: 500, lineHeight: 1, color: inks.soft };
  return box({ ...at(TEXT, top), width: MEASURE, justifyContent: 'flex-end', ...style }, host);
}

/** The double rule of ledger paper, over everything: the first letter becomes a currency sign. */
function marginLine({ line }: Inks): Box[] {
  return [LINE - 4, LINE + 2].map((left) =>
    box({ ...at(left, 0), width: 2, height: CARD_SIZE.height, background: line }),
  );
}

function rule(left: number, right: number, top: number, thickness: number, colour: string): Box {
  return box({ ...at(left, top), width: right - left, height: thickness, background: colour });
}

function at(left: number, top: number): Style {
  return { position: 'absolute', left, top };
}

/** A box. (Satori wants every box with children to say how it lays them out.) */
function box(style: Style, children?: Box[] | string): Box {
  return {
    type: 'div',
    props: { style: { display: 'flex', ...style }, ...(children && { children }) },
  };
}
