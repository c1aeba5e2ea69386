import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLinks, createPasses } from '../../src/teams/links.ts'
import { noon } from '../support/config.ts'

const secret = 'hemmelig'
const at = (now: number) => createPasses(secret, () => now)
const pass = at(noon).passFor('utkast-7', noon + 1000)

test('a pass holds what was put into it, and fits into an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (data) => {
      const { passFor, read } = at(noon)
      expect(passFor(data, noon + 1)).toMatch(/^[\w.-]+$/)
      expect(read(passFor(data, noon + 1))).toEqual({ kind: 'good', data })
    }),
  )
})

test('a pass opens until its time, and then says that it is over', () => {
  expect(at(noon + 999).read(pass)).toEqual({ kind: 'good', data: 'utkast-7' })
  expect(at(noon + 1000).read(pass)).toEqual({ kind: 'expired' })
})

test('a pass with any letter changed, taken away or added opens nothing', () => {
  for (let index = 0; index < pass.length; index++) {
    const other = pass[index] === 'A' ? 'B' : 'A'
    expect(at(noon).read(`${pass.slice(0, index)}${other}${pass.slice(index + 1)}`)).toEqual({ kind: 'bad' })
    expect(at(noon).read(pass.slice(0, index) + pass.slice(index + 1))).toEqual({ kind: 'bad' })
    expect(at(noon).read(`${pass.slice(0, index)}A${pass.slice(index)}`)).toEqual({ kind: 'bad' })
  }
  expect(at(noon).read(`${pass}A`)).toEqual({ kind: 'bad' })
})

test('a longer time cannot be written into one', () => {
  expect(at(noon + 2000).read(pass.replace(String(noon + 1000), String(noon + 9000)))).toEqual({
    kind: 'bad',
  })
})

test('no text makes it throw, and none is good', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]*\.\d{1,15}\.[\w-]{43}$/)), (text) => {
      expect(at(noon).read(text)).toEqual({ kind: 'bad' })
    }),
  )
})

test('a pass of another secret opens nothing', () => {
  expect(createPasses('en annen', () => noon).read(pass)).toEqual({ kind: 'bad' })
})

test('template keys and passes of one secret know nothing of each other', () => {
  const links = createLinks(secret)
  const [data = '', until = '', signature = ''] = pass.split('.')
  // a template can have any name, also one that a pass would sign
  expect(links.fits(`${data}.${until}`, signature)).toBe(false)
  expect(at(noon).read(`${data}.${until}.${links.keyOf(`${data}.${until}`)}`)).toEqual({ kind: 'bad' })
  // and no template's key is the key that signs them
  for (const name of ['document passes', '', '\u0001', 'document passes\u0001']) {
    const signed = createHmac('sha256', Buffer.from(links.keyOf(name), 'base64url'))
      .update(`${data}.${until}`)
      .digest('base64url')
    expect(signature).not.toBe(signed)
  }
})
