import { wordSet } from '../reading/word-set.ts'

/**
 * Common family names of Canada and the United States, from general knowledge. After "doctor" and "ms", where a verb, a
 * noun or a disease is as likely, these are surely names; those that are words as well ("young", "brown", "grant",
 * "price", "may") are left out.
 */
export const englishSurnames = wordSet(`
  smith johnson williams jones davis miller wilson anderson thomas taylor martin thompson robinson lewis harris roberts
  evans edwards collins murphy campbell mitchell phillips peterson richardson watson morgan hughes sanders myers
  jenkins simmons patterson jordan reynolds hamilton graham kim sullivan wallace cole owens gibson mcdonald macdonald
  kennedy wells stevens murray freeman webb simpson tucker crawford henderson coleman bennett peters russell griffin
  diaz hayes ross perry powell patel nguyen lee tran pham huynh hoang phan vu dang bui singh kaur sharma gupta kumar shah
  khan ahmed ali hassan hussain rahman chowdhury mehta desai joshi reddy rao iyer nair menon gill sandhu dhillon grewal
  garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez reyes
  morales ortiz gutierrez chavez ramos ruiz alvarez mendoza castillo jimenez vasquez romero herrera medina aguilar vargas
  castro fernandez guzman munoz salazar soto delgado pena rios silva santos costa pereira oliveira almeida carvalho
  wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo lin luo zheng liang xie tang feng deng wong chan
  cheung leung lau yeung kwok tsang cheng fong tse yu chang hsu tsai choi jung kang cho yoon jang lim han seo
  kwon tanaka suzuki yamamoto watanabe nakamura kobayashi sato ito takahashi mori kimura
  tremblay gagnon roy bouchard gauthier morin lavoie fortin ouellet pelletier bergeron leblanc girard caron cloutier
  fournier lapointe leclerc lefebvre dubois richard michaud desjardins gosselin boudreau lemieux dufour mercier
  cohen levy goldberg goldstein friedman katz kaplan rosenberg schwartz weiss shapiro levine rubin greenberg feldman
  schmidt mueller muller schneider fischer weber wagner becker schultz hoffman hoffmann klein schroeder zimmerman
  kowalski nowak novak petrov ivanov popov kuznetsov sokolov volkov horvath nagy
  macleod mcleod mackenzie mckenzie maclean mclean stewart fraser ferguson robertson sinclair gallagher
  o'brien o'connor o'neill o'reilly byrne doyle fitzgerald quinn kelly ryan nolan brennan
  rossi russo ferrari esposito romano colombo ricci marino greco bruno gallo conti mancini
  jackson harrison morrison wilkinson dickson nelson olson larson hansen jensen petersen andersen nielsen christensen
  johansson karlsson lindberg lundgren erickson parker barnes carter baxter hopkins perkins wilkins watkins
  daniels matthews andrews stephens abbott chapman elliott hudson lawson mason palmer spencer tyler warner
  dixon dawson holmes hawkins nichols bradley bryant cunningham duncan hansen jacobs keller lambert
  clark clarke allen adams scott wright cooper howard cox bailey rogers morris brooks marshall
  okafor okonkwo adeyemi mensah abebe tesfaye mohamed ibrahim abdi farah haddad khoury nasser saleh mansour
  mohammed hamed saeed ahmed reed fleming harding golding keeling dowling downs hicks rhodes hines reeves bates samuels meyers
  lopes gomes alves dias martins rodrigues fernandes hobbs jennings cummings hastings rawlings billings dowd snead connolly
  donnelly dawkins higgins atkins robbins gibbs briggs higgs clements clemens simons
`)
