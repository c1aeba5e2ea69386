/** Who takes part in a day, as `knowledge/people.yaml` has them. */
export type Somebody = { id: string; entraId: string; name: string }

const somebody = (name: string, person: number): Somebody => ({
  id: name.split(' ')[0]?.toLowerCase() ?? '',
  entraId: `00000000-0000-0000-0000-${String(person).padStart(12, '0')}`,
  name,
})
export const ola = somebody('Ola Innkjøper', 2)
export const ida = somebody('Ida Innkjøpssjef', 3)
export const officers = [ola, ida] as const

export const employees = [
  somebody('Kari Ansatt', 1),
  somebody('Nina Sykepleier', 14),
  somebody('Espen Vanningeniør', 15),
  somebody('Berit Byggeleder', 16),
  somebody('Tor Vaktmester', 17),
] as const

const approvers = [
  somebody('Per Rektor', 4),
  somebody('Solveig Sykehjemsleder', 10),
  somebody('Vidar Vannverksleder', 12),
  somebody('Eva Eiendomssjef', 13),
]
export const everybody: readonly Somebody[] = [...employees, ...approvers, ...officers]

/** As somebody is kept. */
export const personOf = ({ entraId }: Somebody): string => `tenant-1:${entraId}`
export const whoIs = (person: string | null): Somebody => {
  const found = everybody.find((one) => personOf(one) === person)
  if (!found) throw new Error(`nobody in this day is ${person}`)
  return found
}
export const chatOf = ({ id }: Somebody): string => `a:${id}`
export const channel = 'channel-general'
