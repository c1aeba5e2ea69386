/** Whom an event is for. */
import type { Content } from './event.ts'
import type { Needs } from './needs.ts'

type People = Pick<Needs['people'], 'inUnits' | 'leaders' | 'ledBy' | 'unitsOf' | 'units'>

/** Whether somebody is among those whom it is for. */
export function isFor({ audience }: Pick<Content, 'audience'>, person: string, people: People): boolean {
  const { who, units } = audience
  if (who === 'leaders' && people.ledBy(person).length === 0) return false
  return units.length === 0 || people.unitsOf(person).some((unit) => units.includes(unit))
}

/** To whom its invitation goes; undefined where it is for all, whom the author chooses of. */
export function invited(
  { audience }: Pick<Content, 'audience'>,
  tenant: string,
  people: People,
): { units: readonly string[] } | { leaders: readonly string[] } | undefined {
  const { who, units } = audience
  if (who === 'leaders')
    return { leaders: people.leaders(tenant).filter((one) => isFor({ audience }, one, people)) }
  return units.length > 0 ? { units } : undefined
}
