/**
 * The code of a country at the start of a telephone number from abroad (ITU-T E.164): Russia and Kazakhstan have one
 * digit, these two, all others three. North America's 1 is asked about before.
 */
export const countryCode = /^(?:7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/
