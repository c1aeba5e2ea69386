import { createHmac, timingSafeEqual } from 'node:crypto'

export type Links = {
  /** The key that opens one template's download. */
  keyOf(id: string): string
  fits(id: string, key: string): boolean
}

/** A browser that follows a link from a card cannot sign in: the link itself carries a key that nobody can guess. */
export function createLinks(secret: string): Links {
  const keyOf = (id: string) => createHmac('sha256', secret).update(id).digest('base64url')
  return {
    keyOf,
    fits(id, key) {
      const [wanted, given] = [Buffer.from(keyOf(id)), Buffer.from(key)]
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}
