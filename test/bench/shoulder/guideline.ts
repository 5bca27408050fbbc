/** A rule of twelve tests as publications write them: wordings, pages, evidence that is needed, names, and parts within parts. */
export const shoulderGuideline = `guideline "Imaging of the shoulder"
  source "Shoulder Complaints", "pages 200-214"
  effective from 2010-01-01

fact significant trauma: yes or no
  "a fall or a blow to the shoulder"
  needs objective evidence
fact suspected dislocation: yes or no
  "deformity or suspicion of dislocation"
fact age: age at service date
fact pain at night: yes or no
  "pain at night that wakes the patient"
fact known malignancy: yes or no
  "a history of malignancy"
fact physical therapy: treatment trial
  "a course of physical therapy"
fact abduction: number in degrees
  "active abduction"
fact positive drop arm test: yes or no
  "a positive drop arm test"
  needs objective evidence
fact weakness of external rotation: yes or no
  "weakness of external rotation"
fact planned procedure: one of none, injection, arthroscopy, open repair
fact plain films are unrevealing: yes or no
  "plain films that do not explain the complaint"

define failed conservative care
  "failure of conservative care"
  as physical therapy lasted at least 6 weeks AND physical therapy failed
  cite page 203

define signs of a cuff tear
  "signs of a tear of the rotator cuff"
  as at least 2 of
    - abduction below 90 degrees
    - positive drop arm test
    - weakness of external rotation
  cite page 206

service shoulder imaging
  MRI of the shoulder    CPT 73221

shoulder imaging if any of
    - significant trauma AND suspected dislocation
    - pain at night AND (known malignancy OR age at least 50 years)
    - all of
      - failed conservative care
      - signs of a cuff tear
      - planned procedure is one of arthroscopy, open repair OR plain films are unrevealing
  cite pages 208-209
`;
