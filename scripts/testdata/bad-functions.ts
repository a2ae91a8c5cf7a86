/**
 * An id must not be Chinese; the generator says so.
 * @customfunction 执行率
 */
export function rate(executed: number): number {
  return executed;
}
