export const CITIES_FILE: string;
export function citiesFile(
  files: readonly { readonly path: string; readonly text: string }[],
  cities?: readonly { readonly name: string; readonly country: string; readonly featureCode: string; readonly population: number }[],
): { readonly path: string; readonly text: string } | undefined;
