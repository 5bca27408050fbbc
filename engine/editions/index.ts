export {
  type Both,
  type Compared,
  type CriterionThenAndNow,
  type Edition,
  type ServiceThenAndNow,
  type TextInFile,
  thenAndNow,
  type ThenAndNow,
} from "./thenAndNow.ts";
