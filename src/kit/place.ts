/** Where something is told: a person's own chat with the bot, or a channel in Teams. */

export const personPlace = (person: string): string => `person:${person}`
export const channelPlace = (channel: string): string => `channel:${channel}`

/** Whose chat a place is; undefined where it is none. */
export const personAt = (place: string): string | undefined => /^person:(.+)$/s.exec(place)?.[1]
/** Which channel a place is; undefined where it is none. */
export const channelAt = (place: string): string | undefined => /^channel:(.+)$/s.exec(place)?.[1]
export const isChannel = (place: string): boolean => channelAt(place) !== undefined
