/** Words of forms in general. */
export const formTexts = {
  needed: 'This is needed',
  amountHint: 'An amount such as 12.50',
  whole: (least: number, most: number) => `A whole number from ${least} to ${most}`,
  noChoice: 'Not said',
} as const;
