/** What people say to anyone, and is no question about procurement. Told by the whole message, never by a part of it. */
const help = new Set([
  ...[
    'hjelp',
    'hjelp meg',
    'help',
    'help me',
    'start',
    'meny',
    'menu',
    'hei',
    'hei hei',
    'hei på deg',
    'heisann',
    'hallo',
  ],
  ...[
    'hello',
    'hi',
    'god dag',
    'god morgen',
    'god morgon',
    'good morning',
    'hva kan du',
    'kva kan du',
    'hvem er du',
  ],
  ...['kven er du', 'hva kan du hjelpe med', 'hva kan jeg spørre om', 'what can you do', 'who are you', ''],
])
const thanks = new Set([
  ...[
    'takk',
    'tusen takk',
    'takk for hjelpen',
    'takk for hjelpa',
    'takk for hjelp',
    'takk skal du ha',
    'mange takk',
  ],
  ...[
    'thanks',
    'thank you',
    'ok',
    'ok takk',
    'okei',
    'flott',
    'bra',
    'supert',
    'ja',
    'nei',
    'nei takk',
    'fint',
    'great',
  ],
])

export function smallTalk(text: string): 'help' | 'thanks' | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const said = words.join(' ')
  if (help.has(said) && (said !== '' || text.includes('?'))) return 'help'
  return thanks.has(said) ? 'thanks' : undefined
}
