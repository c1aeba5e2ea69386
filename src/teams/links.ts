import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kit/day.ts'

export type Links = {
  /** The key that opens one template's download. */
  keyOf(id: string): string
  fits(id: string, key: string): boolean
}

/** A browser that follows a link from a card cannot sign in: the link itself carries a key that nobody can guess. */
export function createLinks(secret: string): Links {
  const keyOf = (id: string) => createHmac('sha256', secret).update(id).digest('base64url')
  return { keyOf, fits: (id, key) => isSame(keyOf(id), key) }
}

/** Tokens for addresses that open for a time. Signed, not hidden: whoever has one can read what it holds. */
export type Passes = {
  /** `until` is in epoch milliseconds: at that time it opens no more. */
  passFor(data: string, until: number): string
  read(pass: string): { kind: 'good'; data: string } | { kind: 'expired' } | { kind: 'bad' }
}

const shape = /^(?<data>[\w-]*)\.(?<until>\d{1,15})\.(?<signature>[\w-]{43})$/

export function createPasses(secret: string, now: Clock): Passes {
  // Derived in another way than the template keys, so that none of them is ever this key or signed with it.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'document passes', 32))
  const sign = (signed: string) => createHmac('sha256', key).update(signed).digest('base64url')
  return {
    passFor(data, until) {
      const signed = `${Buffer.from(data).toString('base64url')}.${Math.trunc(until)}`
      return `${signed}.${sign(signed)}`
    },
    read(pass) {
      const { data, until, signature } = shape.exec(pass)?.groups ?? {}
      if (data === undefined || until === undefined || signature === undefined) return { kind: 'bad' }
      if (!isSame(sign(`${data}.${until}`), signature)) return { kind: 'bad' }
      if (now() >= Number(until)) return { kind: 'expired' }
      return { kind: 'good', data: Buffer.from(data, 'base64url').toString('utf8') }
    },
  }
}

/** Takes as long for any that is wrong. */
function isSame(right: string, given: string): boolean {
  const [wanted, got] = [Buffer.from(right), Buffer.from(given)]
  return wanted.length === got.length && timingSafeEqual(wanted, got)
}
