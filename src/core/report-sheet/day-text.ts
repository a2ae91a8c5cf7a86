/** The day of a moment where the computer stands, “2026-03-31”. */
export function dayText(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
