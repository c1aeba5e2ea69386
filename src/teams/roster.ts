import { TeamsInfo, type TurnContext } from 'botbuilder'
import { z } from 'zod'

const member = z.object({
  userRole: z.string(),
  userPrincipalName: z.string().catch(''),
  tenantId: z.string().optional().catch(undefined),
})

/**
 * As Teams' roster tells: an employee has the role "user", a home in the tenant of the conversation, and no mark of a guest
 * in the sign-in name. Throws when Teams does not answer, or does not say which role it is.
 */
export async function isGuest(context: TurnContext): Promise<boolean> {
  const { from, conversation } = context.activity
  const { userRole, userPrincipalName, tenantId } = member.parse(await TeamsInfo.getMember(context, from.id))
  const elsewhere = tenantId !== undefined && tenantId !== (conversation.tenantId ?? tenantId)
  return userRole.toLowerCase() !== 'user' || elsewhere || /#ext#/i.test(userPrincipalName)
}
