/**
 * Gives files of one archive or mail names that differ: a second `table.csv` becomes
 * `table.csv (2)`, for what is told of one must not be taken for the other.
 */
export function distinctNames(): (name: string) => string {
  const times = new Map<string, number>()
  return (name) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${time})`
  }
}
