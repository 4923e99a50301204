// From recordings to a table.

const HEADING = ['gesture', 'frames', 'median', 'p95', 'max', '>16.7', '>33.3', 'long tasks'];
// Frame timestamps are rounded, so that a frame in time may seem 0.1 ms late.
const ROUNDING_MS = 0.5;

/** The smallest value that `share` of the sorted values do not exceed. */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** One gesture's frames, those of all rounds together. */
export function row(name, rounds) {
  const deltas = rounds.flatMap((round) => round.deltas).sort((a, b) => a - b);
  const longTasks = rounds.flatMap((round) => round.longTasks);
  const over = (limit) => deltas.filter((delta) => delta > limit + ROUNDING_MS).length;
  const held = longTasks.reduce((sum, duration) => sum + duration, 0);
  return [
    name,
    deltas.length,
    ...[quantile(deltas, 0.5), quantile(deltas, 0.95), quantile(deltas, 1)].map((ms) => ms.toFixed(1)),
    over(1000 / 60),
    over(1000 / 30),
    longTasks.length > 0 ? `${longTasks.length} (${held.toFixed(0)} ms)` : '0',
  ].map(String);
}

/** Rows of frames under their heading. */
export const tableText = (rows) => textTable(HEADING, rows);

/** Rows under a heading, the first column flush left and the others flush right. */
export function textTable(heading, rows) {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const pad = (cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return lines.map((cells) => `  ${cells.map(pad).join('  ')}`).join('\n');
}
