import type { z } from 'zod'
import type { Button, Look } from './card.ts'
import type { Message } from './message.ts'

/** A button declared once and used at both ends, so that what is sent is exactly what can be read back. */
export type Action<Data> = {
  verb: string
  /** The role that it takes to press it. The check is made on the server, when it is pressed. */
  needs: string
  /** Answered in the person's own chat only, never where others read it. */
  alone?: boolean
  button(title: string, data: Data, look?: Look): Button
  /** What a press carried; undefined when the data is not what this button sends. Clients can send anything. */
  read(data: unknown): Data | undefined
}

export const action = <Schema extends z.ZodType>(
  verb: string,
  { needs, alone = false, carries }: { needs: string; alone?: boolean; carries: Schema },
): Action<z.output<Schema>> => ({
  verb,
  needs,
  alone,
  button: (title, data, look) => ({ type: 'Action.Execute', title, verb, data, ...look }),
  read: (data) => carries.safeParse(data).data,
})

/**
 * What a button or a typed command leads to, and the role that it needs. `does` gives undefined when the data does not
 * belong to it or names what is gone.
 */
type Deed<Who> = {
  needs: string
  /** Answered in the person's own chat only, never where others read it. */
  alone?: boolean
  does(data: unknown, who: Who): Promise<Message | undefined>
}

/** The buttons a room answers for, by verb. */
export type Presses<Who> = Readonly<Record<string, Deed<Who>>>

/** Ties an action to what it does, with its data already read. */
export const onPress = <Data, Who>(
  { verb, needs, alone = false, read }: Action<Data>,
  does: (data: Data, who: Who) => Promise<Message | undefined>,
): Presses<Who> => ({
  [verb]: {
    needs,
    alone,
    does: async (data, who) => {
      const understood = read(data)
      return understood === undefined ? undefined : does(understood, who)
    },
  },
})

/** Something that is asked for by name in the chat, such as "mine data". The whole message is its name. */
export type Command<Who> = Deed<Who> & { names: readonly string[] }

/** The command that a text is, whatever its case and signs. */
export const commandIn = <Who>(text: string, commands: readonly Command<Who>[]): Command<Who> | undefined => {
  const said = (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
  return commands.find(({ names }) => names.includes(said))
}
