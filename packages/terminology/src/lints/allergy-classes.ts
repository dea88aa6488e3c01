/**
 * Drugs that one allergy may be about; the facts of allergy references, in our words. Folded, English and French.
 *
 * | column  | says                                                                                         |
 * | ------- | -------------------------------------------------------------------------------------------- |
 * | class   | how people name the whole class in an allergy                                                 |
 * | members | drugs of it                                                                                  |
 * | harm    | `high`; `medium` where one member is often tolerated after a reaction to another              |
 * | related | another class that some people with this allergy react to: `medium`                            |
 */
const table = `
penicillin, penicillins, penicilline, penicillines, pcn | amoxicillin, amoxicilline, amoxil, amoxicillin clavulanate, clavulin, augmentin, ampicillin, ampicilline, cloxacillin, cloxacilline, piperacillin, piperacilline, pip tazo, tazocin, penicillin, penicillin v, penicillin g, penicilline, penicilline v, penicilline g | high | cephalosporins
cephalosporins, cephalosporin, cephalosporines, cephalosporine | cephalexin, cephalexine, keflex, cefazolin, cefazoline, ancef, ceftriaxone, cefuroxime, cefixime, cefprozil, cefadroxil, ceftazidime, cefepime | medium | -
sulfa, sulfas, sulfonamide, sulfonamides, sulfamide, sulfamides, sulfa drugs | sulfamethoxazole, trimethoprim sulfamethoxazole, trimethoprime sulfamethoxazole, septra, bactrim, cotrimoxazole, co trimoxazole, tmp smx, sulfadiazine, sulfasalazine | high | -
nsaid, nsaids, anti inflammatories, anti inflammatoires, ains | aspirin, aspirine, asa, aas, ibuprofen, ibuprofene, advil, motrin, naproxen, naproxene, aleve, ketorolac, toradol, diclofenac, voltaren, indomethacin, indomethacine, meloxicam | high | -
opioids, opioid, opiates, opiate, opioides, opiaces, opiace | morphine, codeine, hydromorphone, dilaudid, oxycodone, meperidine, demerol | medium | -
macrolides, macrolide | erythromycin, erythromycine, clarithromycin, clarithromycine, biaxin, azithromycin, azithromycine, zithromax | high | -
quinolones, quinolone, fluoroquinolones, fluoroquinolone | ciprofloxacin, ciprofloxacine, cipro, levofloxacin, levofloxacine, levaquin, moxifloxacin, moxifloxacine, avelox, norfloxacin | high | -
contrast, iodinated contrast, iodine contrast, contrast dye, iv contrast, produit de contraste, produits de contraste, contraste iode | iohexol, omnipaque, iodixanol, visipaque, iopamidol, isovue, iopromide, ultravist | high | -
`

export type AllergyClass = {
  readonly name: string
  readonly names: readonly string[]
  readonly members: readonly string[]
  readonly harm: 'high' | 'medium'
  /** The name of another class. */
  readonly related: string
}

export const allergyClasses: readonly AllergyClass[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [list = '', members = '', harm, related = ''] = line.split(' | ')
    const names = list.split(', ')
    return {
      name: names[0] ?? '',
      names,
      members: members.split(', '),
      harm: harm === 'medium' ? 'medium' : 'high',
      related,
    }
  })
