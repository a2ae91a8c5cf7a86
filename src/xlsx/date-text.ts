const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const DAY_MS = 86_400_000;

/**
 * Serial number of an ISO 8601 date, which strict files store in place of serial numbers; null where it is none.
 * Right from 1900-03-01 on; before, Excel counts a day that never was.
 */
export function serialOfIsoDate(text: string, date1904: boolean): number | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((field) => Number(field ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const ms = Date.UTC(year, month - 1, day, hour, minute) + (second ?? 0) * 1000;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (ms - epoch) / DAY_MS;
}
