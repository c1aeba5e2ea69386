import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms a room may import. What stands directly in `src` wires them and may import all. */
const arrows: Record<string, string[]> = {
  teams: ['people', 'kit'],
  store: ['kit'],
  outbox: ['kit'],
  answers: ['purchase', 'knowledge', 'rules', 'people', 'kit'],
  intake: ['paper', 'purchase', 'knowledge', 'rules', 'people', 'kit'],
  cases: ['knowledge', 'people', 'kit'],
  announcements: ['people', 'kit'],
  courses: ['paper', 'people', 'kit'],
  gaps: ['knowledge', 'search', 'rules', 'people', 'kit'],
  paper: ['kit'],
  purchase: ['knowledge', 'rules', 'kit'],
  knowledge: ['search', 'rules', 'kit'],
  search: [],
  rules: ['kit'],
  people: ['kit'],
  kit: [],
}
const fronts: Record<string, string[]> = {
  knowledge: ['knowledge', 'live'],
}

const files = globSync('src/**/*.ts').map((file) => ({ file, source: readFileSync(file, 'utf8') }))
const roomOf = (file: string) => file.split('/').slice(1, -1)[0] ?? 'main'
const imports = files.flatMap(({ file, source }) =>
  [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => ({
    file,
    target: join(dirname(file), path),
  })),
)

test('every room is in the arrow table', () => {
  expect(new Set(files.map(({ file }) => roomOf(file)))).toEqual(new Set(['main', ...Object.keys(arrows)]))
})

test('arrows run one way', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)]
    return from !== 'main' && from !== to && !arrows[from]?.includes(to)
  })
  expect(wrong).toEqual([])
})

test('other rooms import only the front file of a room, kit excepted', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)]
    const name = target.split('/').at(-1)?.replace('.ts', '') ?? ''
    return to !== from && !['main', 'kit'].includes(to) && !(fronts[to] ?? [to]).includes(name)
  })
  expect(wrong).toEqual([])
})

test('only teams knows the Teams SDK', () => {
  const wrong = files.filter(
    ({ file, source }) => /from '(botbuilder|@microsoft\/|restify)/.test(source) && roomOf(file) !== 'teams',
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('the environment is read in config alone', () => {
  const readers = files.filter(({ source }) => source.includes('process.env')).map(({ file }) => file)
  // The Playground's child process inherits it.
  expect(readers.sort()).toEqual(['src/config.ts', 'src/teams/playground.ts'])
})

test('no file is over 300 lines', () => {
  const all = globSync('{src,test,bench}/**/*.ts').map((file) => ({
    file,
    lines: readFileSync(file, 'utf8').split('\n').length,
  }))
  expect(all.filter(({ lines }) => lines > 300)).toEqual([])
})
