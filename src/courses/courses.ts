/**
 * Courses, leader courses, the procurement forum and training in e-ordering: made in the chat, invited to by an announcement
 * that is answered in itself, with places that are given one press at a time and a queue that moves by itself. It keeps no
 * calendar and sends nothing: what is due is a letter, worded of what is then true.
 */
import type { Command, Presses } from '../kit/action.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import { answering, withdraw } from './answer.ts'
import { attending, checkedIn } from './attendance.ts'
import { calendaring, calendarOf } from './calendar.ts'
import { composing } from './compose.ts'
import { evaluating } from './evaluation.ts'
import { partOf } from './event-card.ts'
import { exporting, exportOf } from './export.ts'
import { certificateOf, certifying, historyCommands } from './history.ts'
import type { Needs, Part } from './needs.ts'
import type { CourseFile } from './offered.ts'
import { registering } from './others.ts'
import { participating } from './participants.ts'
import { planCommands } from './plan.ts'
import { steering } from './steer.ts'
import { trainingCommands } from './training.ts'
import { wording } from './word.ts'

export type { Needs }

export type Courses = {
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** The code of a session, by which somebody says that they are there; undefined for anything else. */
  said(text: string, who: Person): Promise<Message | undefined>
  /** The file that was offered to a person, or that a link opens; undefined where it is none of these. */
  file(data: unknown, who: Person | undefined): Promise<CourseFile | undefined>
  /** Somebody is known no more: their places at what is to come go on. */
  withdraw(person: string): Promise<void>
  word: ReturnType<typeof wording>
  /** What an invitation shows of an event; `person` is undefined in a channel. */
  partOf(event: string, person: string | undefined, language: Language): Promise<Part | undefined>
}

export const createCourses = (needs: Needs): Courses => ({
  word: wording(needs),
  said: (text, who) => checkedIn(text, who, needs),
  file: async (data, who) =>
    (await calendarOf(data, who, needs)) ??
    (await certificateOf(data, who, needs)) ??
    exportOf(data, who, needs),
  withdraw: (person) => withdraw(person, needs),
  partOf: (event, person, language) => partOf(event, person, language, needs),
  commands: [...planCommands(needs), ...historyCommands(needs), ...trainingCommands(needs)],
  presses: {
    ...answering(needs),
    ...registering(needs),
    ...participating(needs),
    ...calendaring(needs),
    ...attending(needs),
    ...certifying(needs),
    ...evaluating(needs),
    ...composing(needs),
    ...steering(needs),
    ...exporting(needs),
  },
})
