import type { Message } from '../../src/kit/message.ts'

/** Messages of which each stands after the one before. */
export const inARow = (first: Message, ...rest: Message[]): Message => {
  const [second, ...others] = rest
  return second ? { ...first, next: inARow(second, ...others) } : first
}
