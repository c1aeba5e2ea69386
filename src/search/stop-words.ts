/** What words do in a question, in bokmål, nynorsk and English: carry no subject, or little of it. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words that carry no subject. */
const stopWords = words(`
  å alle alt andre at av bare ble bli blir blitt da de deg dei dem den denne der dere deres desse det dette
  din disse ditt du eg ein eit ei eitt eller en enn enda er ett et etter ette fins finst finnes for fordi
  fra frå få får fått fekk før gjennom gjer gjør gjøre gjort ha hadde han har hatt hun hans hennes ho hva
  hvem hver hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje ingen inga inn inne ja jeg
  kan kanskje kor korleis korfor kva kvar kven kvifor kunne kunna litt lite man mange me med meg mellom men
  mens mer meir mest min mine mitt mot mye mykje må måtte nei noe noen noko nokon nokre når no nå og også om
  opp oppe oss over på sa same samme seg selv sjølv si sidan siden sier seier sin sine sitt skal skulle slik
  som så sånn til under ut ute uten utan var vart ved vei vi vil ville vår våre vårt være vere vært vore
  dykk dykkar åt hos ny nye nytt gjelder gjeld gjaldt kommer kjem kom egen eigen egne eget flere fleire hel
  hele heile helt fram frem lurer lurar lenge lengre bra ok hallo gjerne snart berre både bør burde derfor
  difor dit ennå enno ganske egentlig eigentleg heller igjen att allerede allereie alltid aldri ofte ellers
  elles dessuten veldig svært nok jo vel visst finne finn fann fant gi gir gitt gjev går gå gikk gjekk
  gjøres brukes bruker bruke brukar bruk skaffe ønsker ønskjer hei heisann takk tusen ta tar tatt tok se ser
  sjå sett tror trur vet veit vite mener meiner heter heiter står stå ligger ligg sitter sit holder held her
  hit bort borte neste forrige første fyrste siste hverandre kvarandre per pr ca cirka omtrent stk sånne
  slike the a an and are as be been being but by can could did do does doing don doesn didn isn aren won
  from get gets getting got give given go goes going had has have having he she his how if im ill in into is
  it its just let may might more most much must my myself not of off on one or our out says shall should so
  some that their them then there these they this those to too up us very was we were what when where which
  who whom whose why will with would you your yours something anything someone anyone please thanks thank
  hello hi am any all also again s t re ve ll`)

/** Words after which comes what it is for or where it is, less often the thing itself. */
const prepositions = words('til på i for hos ved av fra frå under mot innen at in on for to from of by')

/** Words before an English "I", which is no Norwegian "i". */
const beforeI = words(
  'do can could should may must shall will would if when where what who why how and so because think have am',
)

export const isStopWord = (word: string): boolean => stopWords.has(word)
export const isPreposition = (word: string): boolean => prepositions.has(word)
export const comesBeforeI = (word: string): boolean => beforeI.has(word)
