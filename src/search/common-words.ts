/**
 * Words that people use in any sentence, in bokmål, nynorsk and English: they count for little beside the thing that is
 * asked for. All their forms stand here, because they are looked up as they are written. A word that points to a kind of
 * goods, a trade, a place or a document does not belong here.
 */
const commonWords: ReadonlySet<string> = new Set(
  `
  able about above absolutely absolutt acquire across actual actually add additional after afternoon agree
  agreed agreement agreements akkurat aktuell aktuelle aktuelt akutt aleine alene allesammen allow allowed
  allows almost already alright altfor although altså always andres angåande angående anna annan annen annet
  annoying another anskaffe anskaffelse anskaffelsen anskaffelsene anskaffelsens anskaffelser anskaffer
  anskaffes anskaffet anskaffing anskaffinga anskaffingane anskaffingar answer antall antar anten antok
  anybody anyway anywhere april aren't around asap ask asked asking asks atten attende au august avdeling
  avdelinga avdelingar avdelingen avgjer avtala avtalane avtalar avtale avtalen avtalene avtaler avtales
  avtalt avtalte away ba back bak bakover basic because become bedre bedt before began begge begin beginning
  begynne begynner begynt begynte behind behov behøve behøver behøves beklagar beklage beklager believe
  below ber best beste bestemme bestemmer bestemt bestemte bestill bestilla bestillast bestille bestiller
  bestilles bestilling bestilt bestilte betre better between bety betydd betydde betyr big bigger bit bl
  blant blei bortsett boss both bought bring broken brukast brukbar brukbart brått btw burda burdet busy buy
  buying buys byrja byrjar byrje byrjing byrjinga båe call called calling calls came can't cannot cant case
  cases certain certainly clear clearly colleague colleagues come comes coming common commonly completely
  confused consider contact contacts contract contracts correct correctly couldn't couple coworker current
  currently dag dagane dagar dagen dagene dager dama dame damen damer day days deal december definitely
  definitivt deira del delen deliver delivered delivering delivers delvis dens department depend deretter
  derimot dermed derpå dersom desember dessutan dessverre detalj detaljer dets di didn't didnt difference
  different difficult dine diverse dobbel dobbelt dobbelte doesn't doesnt dokker don't done dont down dra
  drar dratt dro drog dum during dvs døma døme dømet då dårleg dårlegare dårlege dårlig dårlige dårligere
  each earlier early easier easiest easily easy egentlige egnet eiga eige eigentlege eight eigne einaste
  eine einig einige einskild einskilde either eksempel eksempelet eksempelvis eksemplene eksempler ekskl
  ekstra ekte eldre eldste eleven elleve else emne emnet end endar ende endeleg endelege endelig endelige
  ender endt endte endå ene eneste enhver enig enige enkel enkelt enkelte enkle enklere enklest enough ens
  enten entire especially etc ethvert etterhvert etterkvart ettermiddag ettermiddagen etterpå ettersom even
  evening eventuell eventuelle eventuelt ever every everybody everyone everything evt exact exactly example
  examples except explain extra f.eks faktisk faktiske fanst fantastisk fast faster februar february feel
  feks felt fem femte femten femti ferdig ferdige few figure fikk fikse fin finally finare finast find
  finding finds fine finere finest fineste finna finner fint fire first five fix fjerde fjorten flest fleste
  flott flotte folk folka folket foran forbi fordel fordelar foreslo foreslå foreslår foreslått forget
  forhånd forhåpentligvis forklar forklara forklarar forklare forklarer forklart forklarte formiddag
  formiddagen fornøyd fornøyde forresten forskjell forskjellen forskjellig forskjellige forsto forstod
  forstå forstår forstått forsøke forsøker forsøkt forsøkte fort fortalde fortalt fortalte fortel fortelja
  fortelje fortell fortelle forteller fortsatt fortsatte fortsetja fortsetje fortsette fortsetter forvente
  forventer forventet forvirrande found four framfor framleis framme framover fredag fredager fremdeles
  fremfor fremme fremover fremste friday friend friends fungere fungerer fungert fungerte funker funne
  funnet further fyi fyrst færre færrest føle følt følte førebels føreslå føreslår førre først ga galdt
  gamalt gamle gammal gammalt gammel gammelt gang gange ganger gav gave general generally generell generelle
  generelt gidde gidder gis gives giving gje gjelda gjelde gjera gjerast gjere gjevast gjorde glad glade
  glem glemme glemmer glemt glemte gløymde gløyme gløymer gløymt god gode godt gone gong gongen gonna good
  gotta gotten great grei greia greid greidde greide greie greiene greier greit greitt group groups grunn
  grunnar grunnen grunnene grunner gruppa gruppe gruppen grupper gud guess guessed gutt gutten gøy gått hade
  hald halda haldast halde haldne half halv halve halvt ham handla handlar handle handler handlet happen
  happened happens happy hardly hastar haster haust havt he's hear heard heil heilt heita heite heitte
  heldig heldigvis heldt helg helga helgen helger help helped helpful helping helps helsing helst hennar
  henne hensikt hensikten hente here het hete hey high higher hilsen hilsner him hjalp hjelp hjelpa hjelpe
  hjelper hjelpte hjulpet hjå hm hmm hold holde holdes holdt hope hoped hoping hour hours however huge hugsa
  hugsar hurtig husk huske husket hvertfall hvorvidt hyggeleg hyggelege hyggelig høg høgare høgast høge høgt
  høre hører hørt hørte høst høva høvde høve høver høvet høy høye høyere høyest høyeste høyra høyrde høyre
  høyrer høyrt høyt håp håpar håpe håper håpet i'll i'm i've id idag ide idea idear ideas ideen idé ie ift
  ifølge ifølgje igår ikkesant ikveld imidlertid imorgen imot importance important include includes
  including ingenting inkje inkl inkludert inklusive innan innanfor innebære innen innenfor innimot innkjøp
  innkjøpa innkjøpene innkjøpet innkjøpt innover instead interessante interesse interessert interesserte
  interested interesting isn't isnt istaden isteden istedenfor istedet it's item items ive jada januar
  january jenta jente jenter jepp job jobb jobba jobbar jobbe jobben jobber jobbet jobs joda juli july june
  juni kalla kallar kalle kaller kalles kalt kalte kanhende keep keeps kept kind kinds kjedelig kjekk kjekke
  kjekt kjempe kjempebra kjend kjende kjenna kjenne kjenner kjent kjente kjære kjøp kjøpa kjøpast kjøpe
  kjøpene kjøper kjøpes kjøpet kjøpt kjøpte kl klar klara klarar klare klarer klart klarte klokka klokken
  klår klåre klårt knapt know knowing known knows kollega kollegaar kollegaen kollegaer kolleger koma kome
  komen komme kommende kommet kommuna kommunar kommune kommunen kommunens komne kompis komplisert konkret
  konkrete kontakte koselig koss kr kring kron kroner kul kun kunnet kvart kvaslags kveld kvelden kvinna la
  lag lage lagt lang lange langs langt lar large larger last lata late later latt laurdag lav lave lavere
  lavest laveste lavt least leave left legg legge legger leggja leggjast leggje leita leitar leite lenger
  lengst lengste les lesa lese leser less leste let's lete leter lett lettare lettast letter lettere lettest
  letteste levera leverandør leverandørane leverandørar leverandøren leverandørene leverandørens
  leverandører leverandørs leverast levere leverer leveres levert leverte ligge ligget liggja liggje lik
  lika likar like liked likely liker likes likesom likevel liknande liknar liksom likt likte lita liten
  little liv livet long longer look looked looking looks lot lots lov low lower lucky lur lura lure lurt
  lurte lykke lyst lysten lørdag lå låg lågare lågast låge lågt lèt lét made mai main mainly make makes
  making manage mandag mandager manglar mangle mangler mann mannen many mar march mars masse maybe mean
  meaning means meant medan meget meina meine meining meint meinte mene mengde mengden mengder mening menn
  menneska menneske mennesker ment mente mention mere merkeleg merkelege merkelig mi midt mind mindre minne
  minner minst minste minte minute minutt minutter misfornøyd mm mogeleg mogleg moglege moglegheit
  moglegheiter moment monday month months morgen morgenen morgo morgon morning morosam morosamt morsom
  morsomt mulig mulige mulighet muligheten mulighetene muligheter municipal municipality mvh månad månaden
  månader måndag måndagar måned måneden måneder måtane måtar måte måten måtene måter måtta måttet nabo name
  names namn namna namnet natt natten naudsynt naudsynte navn navnene navnet near nearly necessarily
  necessary ned nedanfor nede nedenfor nederst need needed needing needs neither nemleg nemlig nemna nemnde
  nemne nemner nemnt nesten nettopp never nevne nevner nevnes nevnt nevnte new newer newest next ni nice
  night nights nine nitten nobody nokolunde nokor nokså none normal normale normally normalt nothing
  november noverande now null nyare nyaste nyere nyleg nylig nysgjerrig nyttig nyttige nær nærare nærast
  nære nærmere nærmest nærmeste nært nødvendig nødvendige nøgd nådd nådde obtain october oftast often oftere
  oftest oh oi okay okei oktober old older omkring omlag once ones only onsdag onto ord orda ordentleg
  ordentlege ordentlig ordentlige order ordered ordering orders ordna ordnar ordne ordner ordnes ordnet orka
  orkar orke orker osv other others otherwise ought ovanfor ovenfor overalt par particular passa passar
  passe passende passer passet pen pene pent people perfect perfekt perfekte perhaps person personer pga
  place places plar plass plassen pleide pleier plenty pls plutseleg plutselig point points possible
  possibly praktisk praktiske prata pratar prate prater prefer presis presist previous probably problem
  problema problemene problemer problemet problems procure procurement procurements procuring proper
  properly prøv prøva prøvar prøvd prøvde prøve prøver punkt purchase purchased purchasing put putting
  question questions quick quickly quite rar rare rart rask raskare raskast raske raskere raskeste raskt
  rather read ready real really reason reasons recent recently redd redde regner rekk relevant relevante
  remember remembered rest resten right riktig riktige riktigere rimelig ringde ringe ringer ringja ringjer
  ringt ringte rundt sagt said sak saka saken sakene saker sakte saman samanheng samanhengen samd sammen
  sammenheng sammenhengen sammenlagt samstundes samt samtidig sann sanne sannsynleg sannsynlegvis sannsynlig
  sannsynligvis sant satt satte saturday saw say saying search see seeing seem seems seen sees seia seie
  seinare seks seksten selve selvfølgelig selvom selvsagt sende senere september set setja setjast sette
  setter setting seven several she's short shorter show sida side sidene sides sies sikker sikkert similar
  simple simply since sist six sjanse sjef sjefar sjefen sjeldan sjelden sju sjøl sjølve sjølvsagde
  sjølvsagt skaff skaffa skaffar skaffast skaffer skaffes skaffet skikkeleg skikkelege skikkelig skikkelige
  skilnad skje skjedd skjedde skjer skjøna skjønar skjønne skjønner skjønt skjønte skreiv skrev skrevet
  skriv skriva skrive skulla skullet slags slapp slett slikt slippe slipper sliten slitne slow sluppet slutt
  slutta sluttar slutte slutten slutter sluttet small smaller smart smarte små smått snakka snakkar snakke
  snakker snakket snill snille snøgg snøgt somebody sometimes somewhere sommer soon sorry sorts special
  specific specifically spennande spesiell spesielle spesielt spurde spurt spurte spør spørja spørje spørre
  spørsmål spørsmåla spørsmålene spørsmålet stad staden stadene stader stadig start starta startar starte
  started starter startet starting starts sted stedene steder stedet sterk sterke sterkt still sto stod stor
  store stort straks strakt stuff stykk stykker større størst største stått suggest sumar sundag sunday
  super supert supplier suppliers sure surely svak svake svakt svar svara svarar svare svarene svarer svaret
  svarte synes synest syns syntes syntest sytten syv særleg særlege særlig særlige søndag sørge sørger
  sørgjer såfremt såg således sånt såpass såsom såvidt takast take taken takes taking takker takket talk
  talking tankar tanke tanken tek teke tell telling tells tema ten tenk tenkast tenke tenker tenkja tenkje
  tenkjer tenkt tenkte than that's therefore they'll they're thing things think thinking thinks third though
  thought three through throughout thursday ti tid tida tiden tider tidleg tidlegare tidlegast tidlege
  tidlig tidlige tidligere tidspunkt tidspunktet tilbake tilfeldig tilfeldige tilfelle tilfellene tilfeller
  tilfellet till tilsammen tilstrekkeleg tilstrekkelig tilsvarande tilsvarende timane timar time timen timer
  times ting tinga tingane tingar tinge tingen tingene tips tirsdag tjue today together told tolv tom tomme
  tomorrow tomt tonight took topp torsdag totalt towards traff trass travel travelt travle tre tredje treffe
  treffer treg trege tregt treng trenga trengde trenge trenger trengja trengje trengjer trengs trengst
  trengt trengte tretten tretti tri tricky tried tries tro trodd trodde trolig tross tru trudde true truffet
  truleg truth trutt try trying tuesday tull turte tusentakk tvil tvile twelve twenty two tydeleg tydelege
  tydelig tydelige tyder tykkja tykkjer typ typane typar type typen typene typer types tysdag tysdagar tør
  tørre uansett uenig uenige uheldig uheldigvis uka uke uken ukene uker ukjend ukjent ukjente uklar uklart
  uklår ulik ulike ulikt umogleg umulig umulige unable understand understands understood undervegs underveis
  unless unna unnskyld until unusual unødvendig urgent usamd use useful uses usikker usikkert usikre using
  usual usually utgjøre utrolig utruleg uvanleg uvanlig vanleg vanlege vanlegvis vanlig vanlige vanligvis
  vanskeleg vanskelegare vanskelege vanskelig vanskelige vanskeligere vanskeligst vanskeligste various veka
  veke veker velkomen velkommen vendor vendors venen venleg venn venner vennlig vennligst venta ventar
  ventast vente venter ventes ventet vera verda verden verka verkar verke verkeleg verkelege verken verre
  verst verste vert verta verte vesentleg vesentlege vh via vidare videre viktig viktigare viktigast viktige
  viktigere viktigst viktigste vilja villet vinter virka virke virkelig virker virket vis visa vise viser
  viss visste vist viste vita vona vonar vorte vorten vær wait waited waiting waits wanna want wanted
  wanting wants wasn't way ways we'll we're wednesday week weekend weekends weeks weird welcome well went
  whatever whenever wherever whether while whole wish within without woman women won't wonder wondering
  wonders wont word words work worked working works worse worst wow yeah year years yep yes yesterday yet
  ynskja ynskje ynskjer ynskte you'll you're you've yourself youve zero ærlig ødelagt ønsk ønska ønske
  ønskes ønsket ønskja ønskje ønskt ønskte øverst øvrig øvrige øydelagt åleine ålreit år åra årene året års
  årsak årsaka årsaken åssen åtte én òg`
    .trim()
    .split(/\s+/),
)

export const isCommon = (word: string): boolean => commonWords.has(word)
