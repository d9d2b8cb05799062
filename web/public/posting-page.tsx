import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PostingDetails } from '../campaigns/posting-details.tsx';
import { answerOf, api, asApiError } from '../frame/api.ts';
import { usePageParam } from '../frame/page-param.ts';
import { campaignTexts as t } from '../texts/campaigns.ts';
import { Fault } from './fault.tsx';
import { PublicFrame } from './public-frame.tsx';
import { usePublicTexts } from './use-public-texts.ts';

/** How to post to a campaign, for whoever has its link. */
export default function PostingPage() {
  const [texts] = usePublicTexts();
  const [id, token] = [usePageParam('campaignId'), usePageParam('token')];
  const found = useQuery({
    queryKey: ['posting', id, token],
    queryFn: async () => {
      const params = { path: { id }, query: { token } };
      return (await answerOf(api.GET('/api/public/campaigns/{id}/specs', { params }))).data;
    },
    retry: false,
  });
  const isLost = found.isError && asApiError(found.error).code === 'NOT_FOUND';
  const title = found.data ? t.publicTitle(found.data.campaignName) : t.posting;
  return (
    <PublicFrame title={title} text={found.data?.verticalName ?? undefined} isWide>
      {isLost ? <Text role="alert">{t.publicLost}</Text> : <Fault error={found.error} texts={texts} />}
      {found.isLoading ? <Skeleton h={240} aria-busy="true" /> : null}
      {found.data ? <PostingDetails spec={found.data.postingSpec} /> : null}
    </PublicFrame>
  );
}
