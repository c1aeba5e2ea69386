/** The buttons of courses and events. */
import { z } from 'zod'
import { action } from '../kit/action.ts'
import { everyone } from '../people/people.ts'
import { audiences, kinds, languages, longest } from './event.ts'

const id = z.string().max(20)
const revision = z.number()
const words = (most: number) => z.string().max(most).optional()
const byOfficer = { needs: 'officer', alone: true }
const byAnybody = { needs: everyone, alone: true }

export const newEvent = action('courses.new', { ...byOfficer, carries: z.object({}) })
export const editEvent = action('courses.edit', { ...byOfficer, carries: z.object({ id }) })
export const saveEvent = action('courses.save', {
  ...byOfficer,
  carries: z.object({
    id,
    revision,
    next: z.enum(['ready', 'later']),
    kind: z.enum(kinds).optional().catch(undefined),
    title: words(longest.title),
    text: words(longest.text),
    sessions: words(2_000),
    place: words(longest.place),
    link: words(longest.link),
    teacher: words(longest.teacher),
    capacity: words(10),
    minimum: words(10),
    deadline: words(40),
    mandatory: z.enum(['true', 'false']).optional().catch(undefined),
    who: z.enum(audiences).optional().catch(undefined),
    /** Ids of units, with commas between. */
    units: words(2_000),
    language: z.enum(languages).optional().catch(undefined),
    material: words(longest.link),
    questions: words(2_000),
  }),
})
export type FilledEvent = NonNullable<ReturnType<typeof saveEvent.read>>

/** People can say yes from now on. */
export const openEvent = action('courses.open', { ...byOfficer, carries: z.object({ id, revision }) })
export const inviteTo = action('courses.invite', { ...byOfficer, carries: z.object({ id }) })
export const steerEvent = action('courses.steer', { ...byOfficer, carries: z.object({ id }) })
export const cancelEvent = action('courses.cancel', {
  ...byOfficer,
  carries: z.object({ id, because: words(500), asks: z.literal(true).optional() }),
})
export const holdEvent = action('courses.hold', { ...byOfficer, carries: z.object({ id }) })
export const copyEvent = action('courses.copy', { ...byOfficer, carries: z.object({ id }) })
export const removeEvent = action('courses.remove', { ...byOfficer, carries: z.object({ id }) })
export const exportEvents = action('courses.export', {
  ...byOfficer,
  carries: z.object({ id: id.optional(), year: z.number().int().min(2000).max(2100).optional() }),
})
/** Who has a place and who waits: taken off, and put on also after the last day. */
export const listSeats = action('courses.participants', {
  ...byOfficer,
  carries: z.object({ id, off: words(200_000), named: words(200), does: z.enum(['off', 'on']).optional() }),
})
export const showResults = action('courses.results', { ...byOfficer, carries: z.object({ id }) })

/** Who teaches may, or an officer. */
export const noteAttendance = action('courses.attendance', {
  ...byAnybody,
  carries: z.object({
    id,
    session: z.string().max(20).optional(),
    /** Ids of people, with commas between. */
    present: words(200_000),
    /** Those of them who were ticked when the form was made. */
    shown: words(200_000),
    /** An e-mail address or a whole name of somebody who came without a place. */
    also: words(200),
    shows: z.literal(true).optional(),
  }),
})

export const showEvent = action('courses.show', { ...byAnybody, carries: z.object({ id }) })
export const answerEvent = action('courses.answer', {
  ...byAnybody,
  carries: z.object({ id, wish: z.enum(['yes', 'no', 'maybe']) }),
})
export const leaveEvent = action('courses.leave', {
  ...byAnybody,
  carries: z.object({ id, because: words(500), asks: z.literal(true).optional() }),
})
export const registerOther = action('courses.register', {
  ...byAnybody,
  carries: z.object({
    id,
    /** An e-mail address or a whole name. */
    named: words(200),
    /** Ids of people whom the reader leads, with commas between. */
    staff: words(100_000),
    asks: z.literal(true).optional(),
  }),
})
export const getCalendar = action('courses.calendar', { ...byAnybody, carries: z.object({ id }) })
export const getCertificate = action('courses.certificate', { ...byAnybody, carries: z.object({ id }) })
export const evaluateEvent = action('courses.evaluate', {
  ...byAnybody,
  carries: z.object({
    id,
    score: z.enum(['1', '2', '3', '4', '5']).optional().catch(undefined),
    a0: words(1_000),
    a1: words(1_000),
    a2: words(1_000),
    a3: words(1_000),
    a4: words(1_000),
    a5: words(1_000),
    asks: z.literal(true).optional(),
  }),
})
