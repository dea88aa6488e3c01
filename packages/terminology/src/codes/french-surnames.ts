import { wordSet } from '../reading/word-set.ts'

/**
 * Common family names of Québec and France, from general knowledge. After « madame » and « monsieur »,
 * where a verb is as likely, only these have their capital. Words that describe somebody, « petit », « legrand », are left out.
 */
export const frenchSurnames = wordSet(`
  tremblay gagnon roy côté bouchard gauthier morin lavoie fortin gagné ouellet pelletier bélanger lévesque bergeron leblanc
  paquette girard simard boucher caron beaulieu cloutier dubé poirier fournier lapointe leclerc lefebvre poulin thibault
  st-pierre nadeau martin landry martel bédard grenier lessard bernier richard michaud hébert desjardins turcotte lachance
  parent blais gosselin savard proulx beaudoin demers perreault boudreau lemieux cyr perron dufour dion mercier bolduc bérubé
  boisvert langlois ménard therrien bilodeau blanchette dubois champagne paradis fortier arsenault dupuis gaudreault hamel
  houle villeneuve rousseau gravel thériault lemay robert allard deschênes giroux guay leduc boivin charbonneau lambert
  raymond vachon gilbert audet jean larouche legault trudel fontaine picard labelle lacroix jacques moreau carrier bernard
  desrosiers goulet renaud dionne lapierre vaillancourt fillion lalonde tessier bertrand tardif lepage gingras benoît rioux
  giguère drouin harvey lauzon nguyen gendron boutin laflamme vallée dumont breton paré paquin robitaille gélinas duchesne
  lussier séguin veilleux potvin gervais pépin laroche morissette charron lavallée laplante chabot brunet vézina desrochers
  labrecque coulombe tanguay chouinard noël pouliot lacasse daigle marcoux lamontagne turgeon larocque roberge auger pilon
  racine dallaire émond grégoire beauregard smith denis lebel blouin martineau labbé beauchamp st-onge charette dupont
  létourneau rodrigue cormier rivard mathieu asselin st-jean plourde thibodeau bélisle st-laurent godbout desbiens lavigne
  doucet marchand brassard patel marcotte béland larose duval archambault maltais trépanier laliberté bisson brisson dufresne
  beaudry chartrand houde fréchette lafontaine guillemette drolet vincent germain larivière ferland trottier piché boulanger
  sirois charest provost durand dumas soucy lamoureux lachapelle bégin boily croteau savoie provencher prévost duguay lemire
  delisle desmarais laberge nault bourgeois lafrance lagacé daoust brault castonguay vigneault lavergne
  thomas laurent simon michel leroy roux david morel bonnet muller lefèvre faure andré guérin boyer garnier chevalier françois
  garcia perrin robin clément nicolas henry roussel gautier masson lemaire meyer meunier blanchard giraud joly lucas gaillard
  barbier arnaud martinez gérard roche renard schmitt leroux colin vidal roger fabre aubert lemoine rey rolland leclercq
  guillaume lecomte lopez dupuy guillot hubert berger carpentier sanchez deschamps huet vasseur perez fleury royer klein jacquet
  marty aubry guyot renault charpentier maillard bertin bailly hervé schneider fernandez collet léger bouvier julien millet
  perrot rémy lévêque perrier marchal weber mallet hamon monnier rodriguez guichard gillet étienne
`)
