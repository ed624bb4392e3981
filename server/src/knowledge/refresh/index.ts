export { askHolders, readAnswer } from './ask';
export { proposeHolders, type Proposals } from './propose';
export { holderQueries, refreshableOffices, WIKIDATA_ENDPOINT } from './query';
export { proposalLines, proposalsFile } from './write';
