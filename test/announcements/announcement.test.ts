import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Content,
  contentSchema,
  type Deed,
  emptyContent,
  faultsIn,
  mayBe,
  type State,
  states,
} from '../../src/announcements/announcement.ts'
import { messageOf, noticeOf, type Reader } from '../../src/announcements/message.ts'
import { plainText } from '../../src/kit/card.ts'
import { noon } from '../support/config.ts'

const content = (changed: Partial<Content> = {}): Content => ({
  ...emptyContent,
  texts: { nb: { title: 'Ny avtale', text: 'Bestill hos Kontorpartner.' } },
  ...changed,
})
const saying = (text: string, title = 'Ny avtale') => content({ texts: { nb: { title, text } } })

describe('the content', () => {
  const full = content({
    texts: {
      nb: { title: 'Ny', text: 'bm' },
      nn: { title: 'Ny', text: 'nn' },
      en: { title: 'New', text: 'en' },
    },
    topic: 'recall',
    mandatory: true,
    readBack: true,
    nudgeAfter: 3,
    link: 'https://fjordvik.kommune.no',
    image: { file: 'f1', alt: 'En stol' },
    file: { file: 'f2', name: 'avtale.pdf' },
    expiresOn: '2026-12-31',
    awaits: 'list',
  })

  test.each([
    ['empty', emptyContent],
    ['full', full],
  ])('that is %s is read as it was kept', (_, kept) => {
    expect(contentSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  test('reads a day as people write it', () => {
    expect(contentSchema.parse({ ...full, expiresOn: '31.12.2026' }).expiresOn).toBe('2026-12-31')
  })

  test.each([
    { texts: { nn: { title: 'Ny', text: 'utan bokmål' } } },
    { topic: 'weather' },
    { nudgeAfter: 0 },
    { nudgeAfter: 61 },
    { nudgeAfter: 1.5 },
    { expiresOn: '31.02.2026' },
    { image: { file: 'f1' } },
    { awaits: 'video' },
  ])('%j is not read', (changed) => {
    expect(contentSchema.safeParse({ ...full, ...changed }).success).toBe(false)
  })
})

describe('before it can be sent', () => {
  test('all its words must be there, in every language that it is written in', () => {
    expect(faultsIn(content())).toEqual([])
    expect(faultsIn(emptyContent)).toEqual(['empty'])
    expect(faultsIn(saying('Tekst', ' \n'))).toEqual(['empty'])
    expect(faultsIn(saying(' \n'))).toEqual(['empty'])
    const { nb } = content().texts
    expect(faultsIn(content({ texts: { nb, en: { title: 'New', text: '' } } }))).toEqual(['empty'])
    expect(faultsIn(content({ texts: { nb, nn: nb, en: nb } }))).toEqual([])
  })

  test.each([
    '# Overskrift',
    'Først\n### Så',
    '| Vare | Pris |',
    'Se:\n| Vare | Pris |\n|---|---|\n| Stol | 100 |',
    'Skriv <b>fet</b>',
    'Linje<br/>skift',
    '<a href="https://x.no">her</a>',
    '<script>alert(1)</script>',
    'Et bilde ![stol](https://x.no/stol.png)',
    'Les [her](http://x.no)',
    'Les [her](javascript:alert(1))',
    'Les [her](/intern/side)',
    'Les [her](https://x.no) og [der](http://x.no)',
  ])('%j is refused: a card does not show it', (text) => {
    expect(faultsIn(saying(text))).toEqual(['markdown'])
    const { nb } = content().texts
    expect(faultsIn(content({ texts: { nb, nn: { title: 'Ny', text } } }))).toEqual(['markdown'])
  })

  test.each([
    'Dette er **viktig** og _nytt_',
    '- stoler\n- bord\n1. først\n2. så',
    'Les [her](https://x.no/side?a=1&b=2#c), [der](HTTPS://X.NO)',
    'Ring 12345678, avtale #12, #tips',
    'Beløp < 100 000 og > 50 000, eller a|b',
    'Pris: 5 | 6 kroner! [se listen]',
    'Er 3<4? Ja! (https://x.no)',
  ])('%j is permitted', (text) => {
    expect(faultsIn(saying(text))).toEqual([])
  })

  test.each(['http://x.no', 'www.x.no', 'x', '', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    'the link «%s» is refused',
    (link) => {
      expect(faultsIn(content({ link }))).toEqual(['link'])
    },
  )

  test.each(['https://x.no', 'https://fjordvik.kommune.no/avtaler?id=1#mat', 'HTTPS://X.NO', null])(
    'the link %j is permitted',
    (link) => {
      expect(faultsIn(content({ link }))).toEqual([])
    },
  )

  test('a picture needs words for those who do not see it', () => {
    expect(faultsIn(content({ image: { file: 'f', alt: ' ' } }))).toEqual(['alt'])
    expect(faultsIn(content({ image: { file: 'f', alt: 'En stol' } }))).toEqual([])
  })

  test('all that is wrong is told at once, each once', () => {
    const words = { title: '', text: '# A\n# B' }
    const wrong = content({ texts: { nb: words, nn: words }, link: 'x', image: { file: 'f', alt: '' } })
    expect(faultsIn(wrong)).toEqual(['empty', 'markdown', 'link', 'alt'])
  })
})

describe('what can be done', () => {
  const onTheWay = ['edit', 'cancel', 'correct', 'recall'] as const
  const doable: Record<State, readonly Deed[]> = {
    draft: ['edit', 'send', 'remove'],
    awaiting: ['approve', 'return'],
    scheduled: ['return', 'cancel'],
    sending: [...onTheWay, 'pause'],
    paused: [...onTheWay, 'resume'],
    sent: ['edit', 'correct', 'recall'],
    cancelled: ['recall'],
    recalled: [],
  }
  const deeds = [...new Set(Object.values(doable).flat())]

  const all = states.flatMap((state) => deeds.map((deed) => ({ state, deed })))
  const isDoable = ({ state, deed }: (typeof all)[number]) => doable[state].includes(deed)

  test.each(all.filter(isDoable))('$state: $deed is done', ({ state, deed }) => {
    expect(mayBe(deed, { state })).toBe(true)
  })

  test.each(all.filter((one) => !isDoable(one)))('$state: $deed is refused', ({ state, deed }) => {
    expect(mayBe(deed, { state })).toBe(false)
  })
})

describe('the notification', () => {
  test('is the announcement’s own words, without Markdown', () => {
    const text = 'Bruk **Kontorpartner** _nå_.\n\n- stoler\n- bord\n\nLes [mer her](https://x.no/a_b).'
    expect(noticeOf(saying(text), 'nb')).toBe('Ny avtale: Bruk Kontorpartner nå. stoler bord Les mer her.')
  })

  test('is in the reader’s language, or in bokmål where it is not written in that', () => {
    const { nb } = content().texts
    const some = content({ texts: { nb, en: { title: 'New contract', text: 'Order here.' } } })
    expect(noticeOf(some, 'en')).toBe('New contract: Order here.')
    expect(noticeOf(some, 'nn')).toBe('Ny avtale: Bestill hos Kontorpartner.')
    expect(noticeOf(some, 'nb')).toBe('Ny avtale: Bestill hos Kontorpartner.')
  })

  test('of 160 letters is whole, and of more is cut there', () => {
    const heading = 'x'.repeat(50)
    const whole = 'y'.repeat(160 - `${heading}: `.length)
    expect(noticeOf(saying(whole, heading), 'nb')).toBe(`${heading}: ${whole}`)
    expect(noticeOf(saying(`${whole}z`, heading), 'nb')).toBe(`${heading}: ${whole.slice(0, -1)}…`)
    const blanks = `${whole.slice(0, -3)}   ${'z'.repeat(200)}`
    expect(noticeOf(saying(blanks, heading), 'nb')).toBe(`${heading}: ${whole.slice(0, -3)} z…`)
  })

  test('never has more than 160 letters, and begins as the heading does', () => {
    const words = (maxLength: number) => fc.string({ minLength: 1, maxLength })
    fc.assert(
      fc.property(words(150), words(4_000), (heading, body) => {
        const notice = noticeOf(saying(body, heading), 'nb')
        expect(notice.length).toBeLessThanOrEqual(160)
        expect(notice.startsWith(`${heading}:`)).toBe(true)
      }),
    )
  })
})

describe('the message', () => {
  const begunAt = noon
  const message = (changed: Partial<Content> = {}, reader: Partial<Reader> = {}, version = 1) =>
    messageOf(
      { id: 'K-7', content: content(changed), version, begunAt, changedAt: noon + 60 * 60_000 },
      { language: 'nb', ...reader },
      { imageUrl: (file) => `https://bot.test/${file}` },
    )
  type Shown = ReturnType<typeof message>
  const buttons = ({ card }: Shown) => card?.actions?.map(({ title }) => title)
  const read = ({ card }: Shown) => card && plainText(card)

  test('has its words, who it is from and when, and a way to ask', () => {
    const shown = message()
    expect(shown.text).toBe('Ny avtale: Bestill hos Kontorpartner.')
    expect(read(shown)).toBe('Ny avtale\nBestill hos Kontorpartner.\nFra innkjøpsseksjonen · 22.11.2026')
    expect(buttons(shown)).toEqual(['Spør om dette'])
  })

  test('is in the reader’s language, its buttons also where its words are not', () => {
    expect(buttons(message({ readBack: true }, { language: 'en' }))).toEqual([
      'Read and understood',
      'Ask about this',
    ])
    const { nb } = content().texts
    const nn = { title: 'Ny avtale', text: 'Bestill hjå Kontorpartner.' }
    expect(read(message({ texts: { nb, nn } }, { language: 'nn' }))).toContain('Bestill hjå Kontorpartner.')
  })

  test('has a button for a link and for a file, where there are such', () => {
    const shown = message({ link: 'https://x.no', file: { file: 'f2', name: 'avtale.pdf' } })
    expect(buttons(shown)).toEqual(['Åpne lenken', 'Hent avtale.pdf', 'Spør om dette'])
    expect(shown.card?.actions?.[0]).toEqual({
      type: 'Action.OpenUrl',
      title: 'Åpne lenken',
      url: 'https://x.no',
    })
  })

  test('asks whoever is to confirm it, and thereafter tells when they did', () => {
    expect(buttons(message({ readBack: true }))).toEqual(['Lest og forstått', 'Spør om dette'])
    const confirmed = message({ readBack: true }, { understoodAt: noon })
    expect(buttons(confirmed)).toEqual(['Spør om dette'])
    expect(read(confirmed)).toContain('Du bekreftet 22.11.2026 12:00 at du har lest og forstått.')
  })

  test('asks nobody to confirm in a channel, nor where it is not asked for', () => {
    expect(buttons(message({ readBack: true }, { shared: true }))).toEqual(['Spør om dette'])
    expect(buttons(message({ readBack: false }))).toEqual(['Spør om dette'])
  })

  test('tells from its second version when it was corrected, and how long it holds', () => {
    expect(read(message({}, {}, 1))).not.toContain('Rettet')
    expect(read(message({ expiresOn: '2026-12-31' }, {}, 2))).toMatch(
      /Fra innkjøpsseksjonen · 22\.11\.2026 · Rettet 22\.11\.2026 13:00 · Gjelder til 31\.12\.2026$/,
    )
  })

  test('shows its picture with what it shows, and takes no Markdown of a heading', () => {
    const texts = { nb: { title: 'Avtale [1] *ny*', text: 'Se **her**' } }
    const body = message({ texts, image: { file: 'f1', alt: 'En stol' } }).card?.body
    expect(body).toMatchObject([
      { text: 'Avtale \\[1\\] \\*ny\\*' },
      { type: 'Image', url: 'https://bot.test/f1', altText: 'En stol' },
      { text: 'Se **her**' },
      {},
    ])
  })
})

test('a notification keeps what is no Markdown, and no half of a letter', () => {
  const notice = (text: string) => noticeOf({ ...emptyContent, texts: { nb: { title: 'T', text } } }, 'nb')
  expect(notice('Skriv til innkjop_avd@x.no: 2 * 3 **stoler** og _ikke_ mer\n  - punkt')).toBe(
    'T: Skriv til innkjop_avd@x.no: 2 * 3 stoler og ikke mer punkt',
  )
  expect(notice(`${'a'.repeat(155)}😀${'b'.repeat(40)}`).isWellFormed()).toBe(true)
})
