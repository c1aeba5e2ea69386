/** Lists of courses and of who was there, as Excel files in bokmål. */
import { type Day, writeDay } from '../kit/day.ts'
import { type Column, dayColumn, numberColumn, sheetOf, textColumn } from '../kit/sheet.ts'
import type { CourseEvent, Session, State } from './event.ts'
import { speak } from './sentences.ts'
import { isOver } from './times.ts'

const say = speak('nb')

/** Somebody as people read of them: names and words looked up. */
export type Participant = {
  name: string
  unit: string | null
  /** In words. */
  state: string
  /** Who said yes for them; null where they did. */
  registeredBy: string | null
  /** Why they left. */
  because: string | null
  /** The ids of the sessions they were at. */
  attended: readonly string[]
}

/** An event in numbers of people; `score` is the mean of what they thought, null where nobody has said. */
export type EventRow = {
  event: CourseEvent
  booked: number
  waiting: number
  attended: number
  score: number | null
}

/** An Excel file with a row for each participant in the order given, and a column for each session. */
export function participantsSheet(
  { content: { sessions } }: Pick<CourseEvent, 'content'>,
  rows: readonly Participant[],
): Promise<Uint8Array> {
  const columns: readonly Column<Participant>[] = [
    textColumn('Navn', 30, ({ name }) => name),
    textColumn('Enhet', 30, ({ unit }) => unit),
    textColumn('Status', 20, ({ state }) => state),
    textColumn('Meldt på av', 30, ({ registeredBy }) => registeredBy),
    textColumn('Hvorfor avmeldt', 40, ({ because }) => because),
    ...sessions.map((session) =>
      textColumn<Participant>(sessionHeading(session, sessions), 18, ({ attended }) =>
        attended.includes(session.id) ? 'ja' : null,
      ),
    ),
  ]
  return sheetOf('Deltakere', columns, rows)
}

/** An Excel file with a row for each event in the order given. `at`, epoch milliseconds, says which of them have been held. */
export function eventsSheet(rows: readonly EventRow[], at: number): Promise<Uint8Array> {
  const columns: readonly Column<EventRow>[] = [
    textColumn('Id', 12, ({ event }) => event.id),
    textColumn('Tittel', 50, ({ event }) => event.content.title),
    textColumn('Type', 22, ({ event }) => say(`kind.${event.content.kind}`)),
    dayColumn('Første dag', ({ event }) => dayOf(event.content.sessions.at(0))),
    dayColumn('Siste dag', ({ event }) => dayOf(event.content.sessions.at(-1))),
    textColumn('Status', 12, ({ event }) => stateWord(event, at)),
    numberColumn('Plasser', 'count', ({ event }) => event.content.capacity),
    numberColumn('Påmeldte', 'count', ({ booked }) => booked),
    numberColumn('Venteliste', 'count', ({ waiting }) => waiting),
    numberColumn('Møtte', 'count', ({ attended }) => attended),
    numberColumn('Vurdering', 'score', ({ score }) => score),
    textColumn('Avlyst fordi', 40, ({ event }) => event.because),
  ]
  return sheetOf('Kurs', columns, rows)
}

const stateWords = { draft: 'Utkast', open: 'Åpent', cancelled: 'Avlyst' } as const satisfies Record<
  State,
  string
>

const stateWord = ({ state, content }: CourseEvent, at: number): string =>
  state === 'open' && isOver(content, at) ? 'Holdt' : stateWords[state]

const dayOf = (session: Session | undefined): Day | null => session?.day ?? null

/** The day, with the hour where two sessions share one. */
function sessionHeading({ day, from }: Session, sessions: readonly Session[]): string {
  const isAlone = sessions.filter((other) => other.day === day).length === 1
  return isAlone ? writeDay(day) : `${writeDay(day)} ${from}`
}
