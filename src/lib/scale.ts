/** The scale of a chart: round numbers from the lowest to the highest, zero among them. */
export interface Scale {
  low: number;
  high: number;
  /** From low to high. */
  steps: number[];
}

/** Most distances between the lines of a scale. */
const MOST = 4;

/** The scale on which values lie. Zero is on every one: what is twice as high is twice as much. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  // where nothing is above or below zero, its line is the ground
  const high = Math.max(0, ...values) || (low < 0 ? 0 : 1);
  const rough = (high - low) / MOST;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((n) => n * power >= rough * 0.999999) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  const steps = Array.from({ length: to - from + 1 }, (_, i) =>
    Number(((from + i) * step).toPrecision(12)),
  );
  return { low: steps[0] ?? 0, high: steps.at(-1) ?? 1, steps };
}
