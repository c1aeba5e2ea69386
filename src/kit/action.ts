import type { z } from 'zod'
import type { Button } from './card.ts'
import type { Message } from './message.ts'

/** A button declared once and used at both ends, so that what is sent is exactly what can be read back. */
export type Action<Data> = {
  verb: string
  button(title: string, data: Data): Button
  /** What a press carried; undefined when the data is not what this button sends. Clients can send anything. */
  read(data: unknown): Data | undefined
}

export const action = <Schema extends z.ZodType>(verb: string, schema: Schema): Action<z.output<Schema>> => ({
  verb,
  button: (title, data) => ({ type: 'Action.Execute', title, verb, data }),
  read: (data) => schema.safeParse(data).data,
})

/** What a press leads to; undefined when the data does not belong to the button or names what is gone. */
type Press<Who> = (data: unknown, who: Who) => Promise<Message | undefined>

/** The buttons a room answers for, by verb. */
export type Presses<Who> = Readonly<Record<string, Press<Who>>>

/** Ties an action to what it does, with its data already read. */
export const onPress = <Data, Who>(
  { verb, read }: Action<Data>,
  does: (data: Data, who: Who) => Promise<Message | undefined>,
): Presses<Who> => ({
  [verb]: async (data, who) => {
    const understood = read(data)
    return understood === undefined ? undefined : does(understood, who)
  },
})
