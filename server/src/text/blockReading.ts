import { findQuotations } from './quotations';
import { splitSentences } from './sentences';
import { tokenize } from './tokens';
import type { Block, BlockReading } from './types';

/**
 * Reads one block: tokens, sentences and quotations, with spans relative to the block. A pure function of kind, prose and
 * emphasis.
 */
export function readBlock(block: Pick<Block, 'kind' | 'prose' | 'emphasis'>): BlockReading {
  const tokens = tokenize(block.prose);
  return { tokens, sentences: splitSentences(tokens), quotations: findQuotations(block, tokens) };
}
