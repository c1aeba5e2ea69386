/**
 * Who has a place at an event, who waits and in which order. Pure: the seats as they were in, those that change out. Whoever
 * keeps them sees to it that it is decided one press at a time.
 */

/**
 * `offered`: a place that came free is held for them until `answerBy`. `left`: had a place, and gave it up.
 * `moved-on`: did not answer in time.
 */
export const seatStates = ['booked', 'offered', 'waiting', 'maybe', 'no', 'left', 'moved-on'] as const
export type SeatState = (typeof seatStates)[number]

export type Seat = {
  person: string
  state: SeatState
  /** The order in which they asked; a smaller one comes first. */
  turn: number
  /** Until when an offered place is held, epoch milliseconds. */
  answerBy: number | null
  /** Who said yes for them; null where they did. */
  by: string | null
  /** Why they left. */
  because: string | null
}

/** `capacity` null = no limit. `answerBy` = until when what is offered now is held; undefined where nothing is offered any more. */
export type Rules = { capacity: number | null; answerBy: number | undefined }

export type Wish = 'yes' | 'no' | 'maybe'

const holdsPlace = ({ state }: Seat): boolean => state === 'booked' || state === 'offered'
export const isIn = ({ state }: Pick<Seat, 'state'>): boolean =>
  state === 'booked' || state === 'offered' || state === 'waiting'

export const takenIn = (seats: readonly Seat[]): number => seats.filter(holdsPlace).length
export const bookedIn = (seats: readonly Seat[]): Seat[] => seats.filter(({ state }) => state === 'booked')

/** Null = as many as will. */
export const freeIn = (seats: readonly Seat[], { capacity }: Pick<Rules, 'capacity'>): number | null =>
  capacity === null ? null : Math.max(0, capacity - takenIn(seats))

/** The queue, first in line first. */
export const queueIn = (seats: readonly Seat[]): Seat[] =>
  seats.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.turn - b.turn)

/** Where somebody stands in the queue, from 1; undefined where they do not. */
export function placeInQueue(seats: readonly Seat[], person: string): number | undefined {
  const at = queueIn(seats).findIndex((seat) => seat.person === person)
  return at === -1 ? undefined : at + 1
}

/** What changes when somebody answers: their own seat, and those whom a place that they leave goes on to. */
export function answered(
  seats: readonly Seat[],
  person: string,
  { wish, by = null, because = null }: { wish: Wish; by?: string | null; because?: string | null },
  rules: Rules,
): Seat[] {
  const before = seats.find((seat) => seat.person === person)
  const after = seatAfter(seats, before, { person, wish, by, because }, rules)
  if (!after) return []
  return [after, ...filled(replaced(seats, [after]), rules)]
}

function seatAfter(
  seats: readonly Seat[],
  before: Seat | undefined,
  { person, wish, by, because }: { person: string; wish: Wish; by: string | null; because: string | null },
  { capacity, answerBy }: Rules,
): Seat | undefined {
  const turn = before?.turn ?? nextTurn(seats)
  if (wish !== 'yes') {
    const state = before?.state === 'booked' ? 'left' : wish
    const isAsBefore = before?.state === state || (before?.state === 'left' && wish === 'no')
    return isAsBefore ? undefined : { person, state, turn, answerBy: null, by: null, because }
  }
  if (before?.state === 'booked') return undefined
  // Whether they take it only they can say.
  if (before?.state === 'offered')
    return by === null ? { ...before, state: 'booked', answerBy: null } : undefined
  // Whoever waits goes first, until no more is offered: then a free place is whose who comes.
  const isTheirs = queueIn(seats).length === 0 || answerBy === undefined
  const isFree = (freeIn(seats, { capacity }) ?? 1) > 0 && isTheirs
  if (before?.state === 'waiting') return isFree ? { ...before, state: 'booked' } : undefined
  return {
    person,
    state: isFree ? 'booked' : 'waiting',
    turn: nextTurn(seats),
    answerBy: null,
    by,
    because: null,
  }
}

const nextTurn = (seats: readonly Seat[]): number =>
  seats.reduce((last, { turn }) => Math.max(last, turn), 0) + 1

/** Those who are offered the places that are free. */
export function filled(seats: readonly Seat[], rules: Rules): Seat[] {
  const { answerBy } = rules
  if (answerBy === undefined) return []
  const free = freeIn(seats, rules) ?? Number.POSITIVE_INFINITY
  return (
    queueIn(seats)
      .slice(0, free)
      // Where there is room for all nobody has to answer for it.
      .map((seat) =>
        rules.capacity === null
          ? { ...seat, state: 'booked' as const }
          : { ...seat, state: 'offered' as const, answerBy },
      )
  )
}

/** What changes when the time to answer is over for some: their place goes on. */
export function expired(seats: readonly Seat[], at: number, rules: Rules): Seat[] {
  const late = seats
    .filter(({ state, answerBy }) => state === 'offered' && answerBy !== null && answerBy <= at)
    .map((seat) => ({ ...seat, state: 'moved-on' as const, answerBy: null }))
  return [...late, ...filled(replaced(seats, late), rules)]
}

/** The seats as they are with those that changed. */
export function replaced(seats: readonly Seat[], changed: readonly Seat[]): Seat[] {
  const now = new Map(seats.map((seat) => [seat.person, seat]))
  for (const seat of changed) now.set(seat.person, seat)
  return [...now.values()]
}
