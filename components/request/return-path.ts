export type Box = { x: number; y: number; width: number; height: number };

/** Above what lies between, so that it crosses nothing on its way back. */
const ABOVE = 22;
/** Room for a line and its name. */
const APART = 20;
const CORNER = 8;

/** The way of a line from the top of one shape back to the top of another, above all that stands between, and where its name goes. */
export function returnPath(from: Box, to: Box, all: readonly Box[], index: number): { d: string; label: { x: number; y: number } } {
  const [start, end] = [middleOf(from), middleOf(to)];
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  const between = all.filter((box) => box.x < right && box.x + box.width > left);
  const y = Math.min(from.y, to.y, ...between.map((box) => box.y)) - ABOVE - index * APART;
  const corner = Math.min(CORNER, (right - left) / 2);
  const turn = end < start ? -corner : corner;
  const d = [
    `M${start} ${from.y}`,
    `V${y + corner}`,
    `Q${start} ${y} ${start + turn} ${y}`,
    `H${end - turn}`,
    `Q${end} ${y} ${end} ${y + corner}`,
    `V${to.y - 3}`,
    `m-4 -6 l4 6 l4 -6`,
  ].join(' ');
  return { d, label: { x: (start + end) / 2, y: y - 5 } };
}

/** How far the lines of so many returns reach above the model. */
export function headroomOf(returns: number): number {
  return returns === 0 ? 0 : ABOVE + APART * Math.min(returns, 2);
}

// helpers //////////////////////

function middleOf(box: Box): number {
  return box.x + box.width / 2;
}
