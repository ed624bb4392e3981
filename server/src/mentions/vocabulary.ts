const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Stand in front of a person's name; keys, without dots. */
export const HONORIFICS = words(`mr mrs ms miss dr prof professor sir dame lord lady gen general lt lieutenant col colonel maj major capt captain cmdr commander
  adm admiral marshal sgt sheikh sheikha sheik shaikh ayatollah hojatoleslam imam mullah maulana rabbi father fr reverend rev archbishop bishop cardinal
  comrade madame monsieur mme señor senor don herr frau pres sen senator rep representative congressman congresswoman gov governor judge justice
  ambassador mp chairman chairwoman chair brigadier brig field dictator haji hajji sultan king queen prince princess emperor pope field-marshal baroness baron
  count duke duchess amb sec sheikhs crown vice-admiral air chief`);

/** Honorifics that tell the sex. */
export const MALE = words('mr sir lord king prince sheikh sheik father monsieur señor senor don herr emperor sultan duke baron count');
export const FEMALE = words('mrs ms miss dame lady queen princess sheikha madame mme frau duchess baroness');

/** Words that begin a sentence with a capital for that reason only. */
export const OPENERS = words(`a an the this that these those there here it its he she they we i you his her their our my your who whom whose which what
  when where why how whether if unless until till since because as so such than then thus though although while whereas whilst once after before during
  in on at by for from with without within of off to into onto upon over under above below between among amid amidst against about around across along
  through throughout toward towards near beside besides beyond behind despite except like unlike via per plus minus and or but nor yet both either neither
  not no nobody none never ever every each all any some many most much more less few several other others another same only also even just still again
  already always often sometimes perhaps maybe meanwhile moreover furthermore however nevertheless nonetheless instead otherwise therefore hence indeed
  later earlier now today tonight tomorrow yesterday soon one two three four five six seven eight nine ten first second third last next new old modern
  ancient is are was were be been being has have had do does did can could will would shall should may might must let see asked told said according
  given regarding concerning including following amid inside outside where's that's it's today's yesterday's back far long little half part`);

/** Calendar words: capitals that are no names. */
export const CALENDAR = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ad bc ce bce gmt utc`);

/** After a name they make a longer name of something else: "Kuwait City", "Tehran University", "Moscow Times". */
export const HEADS_AFTER = words(`university universities city street st avenue road square times post journal news herald tribune gazette telegraph guardian
  observer review today airport airlines airways air line lines bank banks sea ocean gulf channel strait straits river lake canal bay island islands
  peninsula valley mountains mount desert plain plateau bridge gate tower palace hotel hall house stadium arena theatre theater museum library
  cathedral church mosque temple school college academy institute institution foundation centre center hospital park gardens zoo cup open games
  olympics olympic festival prize award league club united fc philharmonic orchestra opera ballet group corporation corp company co inc ltd plc
  oil gas energy petroleum railways rail railway motors electric telecom insurance exchange wall station district province state region county
  governorate oblast territory territories accord accords protocol protocols consensus declaration convention doctrine summit syndrome conference
  dialogue process round basin ridge trench shield fund trust council chamber press radio television tv daily weekly standard index bulldog wheel
  roulette salad dressing fries muffins leave connection spring uprising revolution marathon biennale pact`);

/** Before "of NAME" they make a longer name: "Bank of England", "Gulf of Finland". */
export const HEADS_BEFORE_OF = words(`bank university house gulf bay strait straits sea lake port battle treaty duke duchess earl bishop archbishop patriarch
  college school institute museum church cathedral isle island islands cape mount gates peace pact siege sack voice radio times tower knights
  daughters sons order republic kingdom union commonwealth federation principality emirate sultanate congress convention declaration
  charter protocol agreement lady lord saint our friends society academy library city state states district province people's merchant heart`);

/** Before a place or state they keep it what it is: "Soviet Russia", "Northern Syria" at the head of a sentence. */
export const TRANSPARENT_BEFORE = words(`soviet tsarist imperial nazi communist mainland occupied revolutionary democratic ba'athist baathist islamist
  post-war postwar wartime northern southern eastern western northeastern northwestern southeastern southwestern central president`);

/** What changes an office, in front of the title; keys. */
export const MODIFIERS: ReadonlyMap<string, 'former' | 'then' | 'acting' | 'outgoing' | 'incoming' | 'late' | 'deputy' | 'future' | 'candidate' | 'first' | 'next' | 'other'> = new Map([
  ...['former', 'ex', 'onetime', 'erstwhile', 'sometime', 'previous', 'past', 'ousted', 'deposed', 'toppled', 'fallen', 'ex-', 'retired'].map((w) => [w, 'former'] as const),
  ['then', 'then'],
  ...['acting', 'interim', 'caretaker', 'transitional', 'provisional'].map((w) => [w, 'acting'] as const),
  ['outgoing', 'outgoing'], ['departing', 'outgoing'],
  ['incoming', 'incoming'],
  ...['late', 'slain', 'assassinated', 'murdered'].map((w) => [w, 'late'] as const),
  ...['deputy', 'vice', 'assistant', 'under', 'undersecretary', 'junior', 'associate'].map((w) => [w, 'deputy'] as const),
  ['future', 'future'],
  ...['aspiring', 'prospective', 'potential', 'possible'].map((w) => [w, 'candidate'] as const),
  ['first', 'first'],
  ['next', 'next'],
  ...['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'last', 'shadow', 'honorary', 'self', 'proclaimed', 'styled',
    'titular', 'nominal', 'rival', 'parallel', 'co', 'de', 'facto', 'opposition', 'exile', 'fictional', 'unelected'].map((w) => [w, 'other'] as const),
]);

/** Between a body and its title they say nothing about the term. */
export const NEUTRAL = words(`new newly current present sitting serving incumbent longtime long time standing running veteran powerful hardline hard line embattled
  controversial popular populist conservative liberal socialist centrist left right wing far nationalist pro anti western european elected reelected re
  internationally recognised recognized young youngest oldest elder ailing beleaguered defiant top chief hawkish dovish reformist pragmatic
  technocratic democratically appointed named installed female male woman 's own`);

/** Stand for the body without naming it: "the country's first president", "president of the republic". */
export const OWN_BODY = words('country nation republic state kingdom federation union bloc alliance organisation organization government world');

/** News verbs by which a capital speaks or acts for its government. */
export const ACTOR_VERBS = words(`said says say saying has have had will would could should may might must can cannot wants want wanted insists insisted insist
  denies denied deny agreed agrees agree warned warns warn accused accuses rejected rejects reject announced announces declared declares claims claimed
  called calls urged urges condemned condemns expelled summoned recalled recognises recognised recognizes recognized refuses refused hopes hoped
  considers considered regards regarded fears feared sees saw views viewed backed backs supports supported supplied supplies sent sends sought seeks
  threatened threatens vowed vows pledged pledges promised promises offered offers imposed imposes lifted signed signs withdrew withdraws believes believed
  argues argued maintains maintained expects expected plans planned intends intended decided decides demands demanded needs needed knows knew
  responded responds replied replies answered retaliated launched launches deployed deploys ordered orders blamed blames dismissed dismisses
  confirmed confirms did does did not gave gives made makes took takes keeps kept remains remained became appears appeared seems
  seemed looks tried tries turned turns welcomed welcomes protested protests negotiated negotiates suspended suspends cut cuts broke breaks
  annexed invaded invades struck armed arms funds funded trusts trusted stressed stresses stated states added adds reacted reacts put puts`);

/** After "is", "was" and "are": what makes the capital a person of the play. */
export const ACTOR_STATES = words(`ready prepared willing unwilling reluctant keen eager determined expected seeking trying preparing considering
  accused wary cautious concerned worried convinced committed open opposed likely unlikely interested able unable not also now pushing pressing
  demanding insisting playing using supplying arming backing supporting negotiating looking hoping planning waiting weighing blamed`);

/** In front of a capital they make it a government. */
export const PARTNER_PREPOSITIONS = words('with between against by for upon');
/** In front of a capital they make it the city. */
export const LOCATIVE_PREPOSITIONS = words(`in to from near at outside around through via into towards toward across inside over above within leaving left
  visit visited visiting reached entering entered leave beyond off throughout central downtown northern southern eastern western greater`);
/** Verbs that address a government. */
export const ADDRESSING_VERBS = words(`accused accuses accusing urged urges urging told tells telling blamed blames blaming warned warns warning asked asks asking
  condemned condemns condemning criticised criticized pressed presses pressing persuaded persuade gave give gives giving provided provide provides
  providing offered offer offers offering sent supplied supply supplying angered angers upset alarmed irritated provoked provoke provoking pressured
  pressure isolate isolated isolating help helped helping support supported supporting deter deterred forced force forcing allowed allow
  sanction sanctioned punish punished appease appeased embarrassed antagonise antagonised reassured reassure`);
/** After "Moscow's" they mean the town. */
export const TOWN_NOUNS = words(`streets street airport airports mayor suburbs suburb city centre center residents resident metro skyline weather university
  hotels hotel restaurants restaurant river district districts outskirts old main subway traffic population squares square cafes cafe bars
  theatres theatre museums museum buildings building neighbourhoods neighborhoods neighbourhood port harbour station stations hospital hospitals
  parks park shops shop markets market stock international cathedral mosque poor rich northern southern eastern western central port beaches people
  inhabitants rush schools school police bridges bridge walls wall roads`);

/** Words for kinds of events that a text takes up again without saying which: "the war". */
export const RESUMED = words('war conflict invasion coup putsch revolution uprising annexation crisis');

/** Words for kinds of events, by the event types that they can mean. */
export const EVENT_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['war', ['war', 'invasion']], ['conflict', ['war']], ['invasion', ['invasion', 'war']], ['coup', ['coup']], ['putsch', ['coup']], ['revolution', ['revolution']],
  ['uprising', ['revolution']], ['summit', ['summit']], ['treaty', ['treaty']], ['accord', ['treaty']], ['accords', ['treaty']], ['referendum', ['referendum']],
  ['election', ['election']], ['elections', ['election']], ['attack', ['attack']], ['attacks', ['attack']], ['annexation', ['annexation']], ['crisis', ['crisis']],
]);

/** States of the American union: after "NAME," they say that the place is another one. */
export const AMERICAN_STATES = words(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming`);
