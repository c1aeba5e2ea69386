import { expect, test } from 'vitest'
import { createGaps, type Needs } from '../../src/gaps/gaps.ts'
import { plainText } from '../../src/kit/card.ts'
import type { Message } from '../../src/kit/message.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { isPermitted } from '../../src/people/people.ts'
import { rolesWith } from '../../src/people/roles.ts'
import { type Button, cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked } from '../support/kept.ts'

const knowledge = await openKnowledge('knowledge')
const dayMs = 24 * 60 * 60 * 1000
const lead = { id: 't:ida', language: 'nb', roles: rolesWith(['lead']) } as const

/** The report on what was asked, closing, and asking anew: the same on every database. */
onEveryDatabase((here) => {
  let now = noon
  let words: [word: string, item: string, day: string][] = []
  let adds: Awaited<ReturnType<Needs['addWord']>> = 'added'
  const gaps = () =>
    createGaps({
      knowledge: () => knowledge,
      now: () => now,
      answerFrom: 0.8,
      isBoundary: (text) => text.includes('dele opp'),
      doubtful: (since, most) => here.store.gaps.doubtful(since, most),
      closed: () => here.store.gaps.closed(),
      close: (closing) => here.store.gaps.close(closing),
      async addWord(...added) {
        words.push(added)
        return adds
      },
    })
  const ask = async (text: string, person: string, daysAgo = 1, change: object = {}) => {
    const question = { ...asked(text, person), askedAt: now - daysAgo * dayMs, ...change }
    await here.store.questions.note(question)
    return question
  }
  /** Drones are asked about by two, inflatable castles by one, and one of them was called bad. */
  const someAsked = async () => {
    ;[now, words, adds] = [noon, [], 'added']
    await ask('Kan vi kjøpe drone?', 't:kari', 40)
    await ask('drone til brannvesenet', 't:ola', 3)
    await ask('Kan vi kjøpe drone?', 't:ola', 2)
    const bad = await ask('leie hoppeslott', 't:kari', 1, { outcome: 'answer', shown: 'mat4' })
    await here.store.questions.answeredWith(bad.id, 'svar')
    await here.store.questions.feedback('svar', 't:kari', 'dislike', 'det var [mat](https://e.no)', now)
    await ask('kan vi dele opp kjøpet', 't:per')
    await ask('hvordan søker jeg om barnehageplass', 't:per')
    return bad
  }
  const show = async () => shown(await gaps().commands[0]?.does('hull', lead))
  const press = async ({ verb = '', data }: Button, filled: object = {}) =>
    shown(await gaps().presses[verb]?.does({ ...(data as object), ...filled }, lead))

  test('the largest gaps come first, with how many asked, when, what kind and what is nearest', async () => {
    await someAsked()
    const { text } = await show()
    expect(text).toBe(`Dette fikk folk ikke godt svar på
Siste 90 dager: 2 hull, 4 spørsmål. De største først.
«Kan vi kjøpe drone?»
3 ganger · 2 personer · 13.10.2026–20.11.2026 · Ingen avtale: 3
Nærmest: Foto, film og design
«leie hoppeslott»
1 gang · 1 person · 21.11.2026 · Tommel ned: 1
Nærmest: Mattetjenester
Grunn: «det var \\[mat\\]\\(https://e.no\\)»`)
  })

  test('names nobody', async () => {
    await someAsked()
    expect(JSON.stringify(await show())).not.toMatch(/t:kari|t:ola/)
  })

  test('another span tells of other questions', async () => {
    await someAsked()
    const { text } = await press((await show()).button('Siste 30 dager'))
    expect(text).toContain('Siste 30 dager: 2 hull, 3 spørsmål.')
    now += 365 * dayMs
    expect((await show()).text).toBe('Ingen åpne hull i kunnskapen de siste 90 dagene.')
  })

  test('more than ten are shown ten at a time', async () => {
    now = noon
    const things =
      'drone hoppeslott kajakk piano traktor flaggstang benk symaskin robåt trampoline gapahuk sauna'
    for (const thing of things.split(' ')) await ask(thing, 't:kari')
    const first = await show()
    expect(first.buttons.filter(({ title }) => title === 'Lukk')).toHaveLength(10)
    const rest = await press(first.button('Vis flere (2)'))
    expect(rest.buttons.filter(({ title }) => title === 'Lukk')).toHaveLength(2)
    expect(rest.buttons.map(({ title }) => title)).not.toContain('Vis flere (2)')
  })

  test('a gap that is closed is gone, until somebody asks about it again', async () => {
    await someAsked()
    const how = await press((await show()).button('Lukk'))
    expect(how.text).toContain('«Kan vi kjøpe drone?»')
    const closed = await press(how.button('Ikke noe å gjøre'))
    expect(closed.text).toBe(
      'Lukket. Det var ikke noe å gjøre. Spør noen om det igjen, kommer det tilbake hit.',
    )
    const left = await press(closed.button('Vis hullene'))
    expect(left.text).toContain('1 hull, 1 spørsmål')
    expect(left.text).not.toContain('drone')
    expect((await press(how.button('Ikke noe å gjøre'))).text).toContain('lukket allerede')

    now += 2 * dayMs
    await ask('hvem selger droner', 't:per')
    expect((await show()).text).toContain(`«hvem selger droner»
1 gang · 1 person · 23.11.2026 · Ingen avtale: 1
Nærmest: Beløpsgrense for gaver
Lukket 22.11.2026, men spurt om igjen etterpå.`)
  })

  test('a gap is closed with what answers it, from the list or by its title', async () => {
    await someAsked()
    const how = await press((await show()).button('Lukk'))
    const nothing = await press(how.button('Svaret finnes nå'))
    expect(nothing.text).toContain('Velg i listen. Skriver du hva det heter, får du en ny liste.')
    const written = { named: 'når noen klager', item: 'foto1', word: 'dron' }
    const again = await press(nothing.button('Svaret finnes nå'), written)
    expect(again.text).toContain('• Rutine for behandling av klage')
    expect(again.json).not.toContain('når noen klager')
    expect(again.json).toContain('"value":"dron"')
    const titled = { ...written, named: 'rutine for behandling av klager' }
    expect((await press(again.button('Svaret finnes nå'), titled)).text).toBe(
      'Lukket. Rutine for behandling av klage svarer på dette.',
    )
    expect(await here.store.audit.newest(1)).toMatchObject([
      { actor: 't:ida', act: 'gap-closed', object: 'r-klage', after: { kind: 'item', item: 'r-klage' } },
    ])
  })

  test('a gap is closed with a word that people use, which is added to the item', async () => {
    await someAsked()
    const how = await press((await show()).button('Lukk'))
    for (const word of ['', '  ', '1 2', 'et ord av alt for mange ord'])
      expect((await press(how.button('Legg til ordet'), { item: 'foto1', word })).text).toContain(
        'Skriv ordet folk bruker',
      )
    expect(words).toEqual([])
    const closed = await press(how.button('Legg til ordet'), { item: 'foto1', word: ' drone  med kamera ' })
    expect(words).toEqual([['drone med kamera', 'foto1', '2026-11-22']])
    // The word is not in this knowledge: it is told that it did not help.
    expect(closed.text).toContain(
      'Lukket. «drone med kamera» fører nå til Foto, film og design. Jeg er fortsatt ikke sikker',
    )
    expect((await show()).text).not.toContain('drone')
  })

  test('a word that is not taken closes nothing, and one that waits for other faults is told', async () => {
    await someAsked()
    const add = (await press((await show()).button('Lukk'))).button('Legg til ordet')
    adds = 'faulty'
    expect((await press(add, { item: 'foto1', word: 'drone' })).text).toContain('Skriv ordet folk bruker')
    expect((await show()).text).toContain('drone')
    adds = 'kept'
    expect((await press(add, { item: 'foto1', word: 'drone' })).text).toContain('Det virker først når')
  })

  test('what is answered by now is told', async () => {
    now = noon
    await ask('hvem er rørlegger', 't:kari', 1, { outcome: 'choose' })
    expect((await show()).text).toContain('Dette svarer jeg på nå, med: Rørleggertjenester')
  })
})

test('only whoever leads the section may see and close gaps, and only alone', () => {
  const { commands, presses } = createGaps({} as Needs)
  const deeds = [...commands, ...Object.values(presses)]
  expect(deeds).toHaveLength(4)
  for (const { needs, alone } of deeds) {
    expect(alone).toBe(true)
    expect(isPermitted(needs, rolesWith(['lead']))).toBe(true)
    expect(isPermitted(needs, rolesWith(['officer', 'approver', 'agreement-owner', 'administrator']))).toBe(
      false,
    )
  }
})

test('every language has the report', async () => {
  const question = { ...asked('drone'), askedAt: noon, reaction: null, reason: null }
  const needs = { knowledge: () => knowledge, now: () => noon, answerFrom: 0.8, isBoundary: () => false }
  const { commands } = createGaps({
    ...needs,
    doubtful: async () => [question],
    closed: async () => [],
    close: async () => {},
    addWord: async () => 'added',
  })
  const titles = (['nb', 'nn', 'en'] as const).map(
    async (language) => (await commands[0]?.does('hull', { ...lead, language }))?.text,
  )
  expect(await Promise.all(titles)).toEqual([
    'Dette fikk folk ikke godt svar på',
    'Dette fekk folk ikkje godt svar på',
    'What people did not get a good answer to',
  ])
})

const shown = (message: Message | undefined) => {
  const card = message?.card
  if (!card) throw new Error('no card')
  return { text: plainText(card), ...cardIn([{ attachments: [{ content: card }] }] as never) }
}
