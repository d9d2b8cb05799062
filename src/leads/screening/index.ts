export { type BlockCode, blockOf, type Blocks, buildBlocks, type Sender } from './build-blocks.ts';
export { blocksForIntake } from './store.ts';
