// Which plans stand behind what is shown.
/** @import { Model, Plan } from "../core/types.js" */

/**
 * The plans that are chosen, else those that name anything shown.
 * @param {Model} model
 * @param {string[]} chosen ids of plans
 * @param {string[]} shown ids of projects
 * @returns {Plan[]}
 */
export function plansNaming(model, chosen, shown) {
  return model.payload.plans.filter((p, i) => {
    if (chosen.length) return chosen.indexOf(p.id) >= 0;
    return shown.some((id) => {
      const project = model.byId.get(id);
      return !!project && project.data.statuses[i] !== undefined;
    });
  });
}
