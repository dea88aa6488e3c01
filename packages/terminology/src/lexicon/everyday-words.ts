import { foldLetters } from './fold-form.ts'

/**
 * Words of everyday speech that a term may look like. Whatever a list says, none of these alone is ever
 * rewritten by a lexicon: « eau » is water, "aids" help, "it" no abbreviation, and whether « a » wants an
 * accent is grammar. Importers look further, in a whole dictionary; this net holds for every layer.
 */
const english = `
a about above act add after again age ago aid aids aim air all also am an and any are arm art as ask at ate
back bad bag bar bare bat bath be bed bee been before best bid big bit both but buy by call came can cap
car care case cat cause chart check chest chew child clean clear close cold come cop cot could cross cut
dad date day dead deal dear deep did die diet dim do does dose dot down draw dream drip drop dry due each
ear early easy eat ed edge end er even ever eye face fact fair fall far fast fat fed feel feet few fib fill
find fine fit five flat flow fly foot for form four free from full gap gas get give go gold good got gram
great group had hair half hall ham hand hard has hat have he head hear heart heat help her here high him hip
his hit hold home hot hour how i ice id if ill in is it its job joint just keep key kid kind know lab lad
lap large last late lead lean leave left leg less let lid lie life lift light like limb line lip list lit
little live long look lot loud love low lung made main make mad man many map mark mass may me mean meal men
met mild milk mine miss mod mole more most mouth move much must my nail name near neck need never new next
nice night nine no none nor nose not note now of off often oh oil old on once one only open or oral order
other our out over own pack pad page pain pale pan part pass past pat path pay pen per pet pick pill pink
place plan play please plus poor port post pot pull pulse pump push put quiet quit race ran range rap rare
rash rat rate ray read real red relief rest rib rice right ring rise room root rose round run sad safe said
salt sat save saw say scan scar sea see seen seem sense set seven shake share sharp she short shot should
show side sign sinus sip sit site six size skin sleep slow small smell smile so soap sob soft soil some son
soon sore sort sound spot stable stage stand star start state stay step still stop strong such sun sure
table take tan tap tear tell ten test than that the their them then there these they thin thing this three
through throat thumb tick tie tight time tin tip tired to toe told tone too took tooth top touch toy tract
trip true try turn two type under up us use user van very view vision voice wait walk wall want war warm
was wash water wave way we weak wear week well went were wet what wheat when where which while white who why
wide will wine wise with woman word work worse would wrist x year yes yet you young your zone
ace ad aim alert balance bar basic beam bed blink bloom boost brace breeze bright care centre center clarity
comfort control cool core day ease edge elite energy essence express extra fresh focus gentle glow guard
halo happy heal health herbal impact intense joy lance legend life lift light lime lush magic matter max mint
natural nature night nova now oasis one optimum orange original passion peach peak perfect pilot plus power
prime pro protect pure purple quick radiance rapid recover refresh regular relax renew rescue reset restore
revive sage sense serene shield shine signal silk silver simple smart smooth snap solution solve soothe
spark spirit spring sprout storm sugar summit super support swift target tempo total tower trace trend
trust ultra union unit unity valor vanilla vapor vigor vital vivid wonder zeal zest
adrenalin aspirin emend muse nix tums versed
`

const french = `
a à ai aie aies aient ait ans arrêt arrêté as au aussi autre aux avait avant avec avoir ayant bas beau bien
bon bord bout bras bref but ça car cas ce ceci cela celle celui cent ces cet cette ceux chaque chez ci cinq
clair col côte coté côté cote cou coup cour cours court cru crû d dans de début debout degré demi depuis dès
des deux devant dire dit dix doigt donc dont dos dose doux droit droite du dû dur durée eau école effet elle
elles en encore enfant entre épais essai est et étant état été etc eu eux face fait faite faites fin fini
foie fois font fond fort fut fût grand gras gris gros guère ha haut hé hier homme hors hui huit ici il ils
jamais je jeu jeun jeune jeûne jour journée la là laisse lait lent les lésé leur lent lieu lit loin long lors
lui ma mai main mais mal marche marché mari mat mâle mère mes mets met mettre mi mieux mil mis moi moins mois
mol mon mort mot mou mur mûr nerf ne né née net nette neuf ni nid noir nom non nos note notre nôtre nous
nouveau nu nuit on onze opère opéré os ont ou où oui ouvert par parle parlé pas pâte patte peau péché pêche
peine pense pensé père peu peut pied pis plat plein plus poids point pois porte porté pose posé pour prêt
près prend pris puis pus qu quand quatre que quel qui quoi ras rat rate raté refait rein relevé relève rend
reste resté rhume rien rond rose rouge sa sain sale salé sang sans saut se sec sein sel selon sens sept ses
seul si six soi soif soin soir soit son sont sous su suit sûr sur ta tache tâche tant tard tas taux te tel
tes test tête tirer toi tôt ton tour tous tout toute toux très trois trop trou trouble tu un une va vais vas
vers vert veut vide vie vingt vit vite voici voie voilà voir voix vos votre vôtre vous vrai vu vue y yeux
opérer traité traite marqué marque passé passe noté examiné examine limité limite reçu contrôle contrôlé
visite visité foret forêt cure curé cotes côtes sure sûre mure mûre boite boîte des dés mes
pic pie pale pâle cane canne gêne gène fasse fosse hale hâle roder rôder ale hâte hate mètre maitre
action active adulte alerte aqua base bébé calme confort cristal dent éclair énergie équilibre essence
fleur frais fraîcheur force forme froid genou grippe herbe jouvence léger libre lune menthe miel nature
naturel orange pastille perle plaisir poudre propre protection pur pure régal repos rêve santé
secret sérénité sirop sol soleil souffle source terre tonus total trio vital vitalité vive
retrait reprise poursuite surveillance suivi ajout absence aucun aucune patient patiente douleur douleurs toux quelques
plusieurs certains certaines ensuite actuellement ainsi afin alors pendant durant parfois souvent toujours maintenant
cependant toutefois notamment traitement examen retour sortie lavage pansement changement diminution augmentation
disparition apparition persistance normal normale stable
brulure carene chu chum colon constella crane delirium gangrene glene indure lobule lolo meninge metastase
metastases muse necrose obnubile pedicule pedoncule platre bequilles sacre spa stenose ulcere vitre vs ara
`

const everyday = {
  en: foldedSet(english),
  fr: foldedSet(french),
}

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(foldLetters))
}

/** True if the folded form, taken alone, is a word of everyday speech. A single letter always is. */
export function isEveryday(folded: string, language: 'en' | 'fr'): boolean {
  return folded.length < 2 || everyday[language].has(folded)
}
